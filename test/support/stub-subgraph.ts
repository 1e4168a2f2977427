import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubCall {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** A subgraph that answers every call with what the test says. */
export class StubSubgraph {
  readonly calls: StubCall[] = [];
  readonly #server: Server;

  private constructor(answer: (call: StubCall) => unknown) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const call = { ...JSON.parse(Buffer.concat(chunks).toString()), headers: request.headers };
      this.calls.push(call);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await answer(call)));
    });
  }

  static async listen(answer: (call: StubCall) => unknown): Promise<StubSubgraph> {
    const stub = new StubSubgraph(answer);
    await new Promise<void>((resolve) => stub.#server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
