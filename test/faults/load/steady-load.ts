import { setTimeout as sleep } from 'node:timers/promises';

import type { ClientAnswer, HubClient } from '../../support';

export type Answered<Data> = ClientAnswer<Data> | { readonly dropped: string };

const ASKERS = 8;
const LOOK_AGAIN_MS = 20;

/** Askers who ask the same again and again, and send nothing to a hub that says it is not ready, as balancers do. */
export class SteadyLoad<Data> {
  readonly answers: Answered<Data>[] = [];
  #stopped = false;
  #isReady = true;
  readonly #running: Promise<unknown>;

  constructor(
    private readonly url: string,
    client: HubClient,
    query: string,
    variables: object,
  ) {
    const askers = Array.from({ length: ASKERS }, () => this.#ask(() => client.call<Data>(query, variables)));
    this.#running = Promise.all([this.#look(), ...askers]);
  }

  /** Resolves with the answers since then, once `enough` says so of them. */
  async until(enough: (since: readonly Answered<Data>[]) => boolean): Promise<readonly Answered<Data>[]> {
    const from = this.answers.length;
    while (!enough(this.answers.slice(from))) await sleep(LOOK_AGAIN_MS);
    return this.answers.slice(from);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #ask(call: () => Promise<ClientAnswer<Data>>): Promise<void> {
    while (!this.#stopped) {
      if (this.#isReady) this.answers.push(await call().catch((error: Error) => ({ dropped: describe(error) })));
      else await sleep(LOOK_AGAIN_MS);
    }
  }

  async #look(): Promise<void> {
    while (!this.#stopped) {
      this.#isReady = await fetch(`${this.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

const describe = (error: Error): string => `${error.message} ${String((error as { cause?: unknown }).cause ?? '')}`;
