import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SeenCall {
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: tests read what was sent.
  readonly body: any;
}

export type Behaviour = (call: SeenCall, response: ServerResponse, socket: Socket) => void;

/** A subgraph that misbehaves as it is told, on a real port. */
export class FaultySubgraph {
  readonly seen: SeenCall[] = [];
  /** Calls whose connection ended before they were answered. */
  abandoned = 0;
  behave: Behaviour = answers({ data: { a: 1 } });
  #server: Server | null = null;
  port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async listen(): Promise<this> {
    const server = createServer((request, response) => {
      // A call that is given up before it was read whole is no call.
      this.#receive(request, response).catch(() => undefined);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Gone at once, as a killed process is; `listen` brings it back at the same address. */
  async die(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = { headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
    this.seen.push(call);
    response.once('close', () => {
      if (!response.writableFinished) this.abandoned += 1;
    });
    this.behave(call, response, request.socket);
  }
}

const JSON_HEADERS = { 'content-type': 'application/json' };

export function answers(body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (_, response) => response.writeHead(status, { ...JSON_HEADERS, ...headers }).end(text);
}

export const resets: Behaviour = (_call, _response, socket) => socket.resetAndDestroy();

export const hangs: Behaviour = () => undefined;

export const hangsAfterHeaders: Behaviour = (_, response) => {
  response.writeHead(200, JSON_HEADERS).write('{"data":');
};

/** Never silent for long and never done: what undici's own timeouts do not see. */
export const dribbles: Behaviour = (_, response) => {
  response.writeHead(200, JSON_HEADERS).write('{"data":');
  const timer = setInterval(() => response.write(' '), 5);
  response.once('close', () => clearInterval(timer));
};

/** Announces more than it sends, and leaves. */
export const breaksOff: Behaviour = (_, response, socket) => {
  response.writeHead(200, { ...JSON_HEADERS, 'content-length': '1000' }).write('{"data":{"a":', () => socket.destroy());
};

/** Sends without end. */
export const floods: Behaviour = (_, response) => {
  response.writeHead(200, JSON_HEADERS).write('{"data":{"a":"');
  const piece = 'x'.repeat(64 * 1024);
  const flow = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', flow);
  flow();
};
