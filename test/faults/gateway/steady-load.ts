import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { isReady } from '../../support/hub-process';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

const BODY = JSON.stringify({ query: '{ hello }' });

/** One POST over `agent`; rejects when the connection gives no whole answer. */
export function ask(url: string, agent: Agent, body = BODY): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/graphql`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    outgoing.once('error', reject).once('response', (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .once('error', reject)
        .once('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    outgoing.end(body);
  });
}

/**
 * Clients behind a load balancer: some keep their connection, some open one for each request, and none begins a request
 * once the gateway says that it is not ready.
 */
export class SteadyLoad {
  readonly failures: unknown[] = [];
  answered = 0;
  #ready = true;
  #stopped = false;
  readonly #clients: Promise<void>[];

  constructor(
    private readonly url: string,
    { keeping, opening }: { readonly keeping: number; readonly opening: number },
  ) {
    this.#clients = [
      ...Array.from({ length: keeping }, () => this.#client(new Agent({ keepAlive: true, maxSockets: 1 }))),
      ...Array.from({ length: opening }, () => this.#client(new Agent({ keepAlive: false }))),
    ];
    void this.#watch();
  }

  async more(count: number): Promise<void> {
    const enough = this.answered + count;
    while (this.answered < enough) await pause(5);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.ended();
  }

  /** When every client has seen that it should go elsewhere. */
  async ended(): Promise<void> {
    await Promise.all(this.#clients);
  }

  async #watch(): Promise<void> {
    while (!this.#stopped && this.#ready) {
      this.#ready = await isReady(this.url);
      await pause(20);
    }
  }

  async #client(agent: Agent): Promise<void> {
    while (this.#ready && !this.#stopped) {
      const answer = await ask(this.url, agent).catch((error: unknown) => error);
      if (isGood(answer)) this.answered += 1;
      else this.failures.push(answer);
    }
    agent.destroy();
  }
}

const isGood = (answer: unknown): boolean =>
  answer !== null && typeof answer === 'object' && 'status' in answer && answer.status === 200;
