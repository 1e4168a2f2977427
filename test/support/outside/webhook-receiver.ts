import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly messageId: string;
  readonly body: string;
}

export type Answer = (response: ServerResponse, call: ReceivedCall) => void;

export const answerOk: Answer = (response) => response.end('{"errcode":0,"errmsg":"ok"}');

/** A receiver of webhooks in this process; what it answers is the test's to say. */
export class WebhookReceiver {
  readonly calls: ReceivedCall[] = [];
  /** By path; where nothing is said, it says yes. */
  readonly answers = new Map<string, Answer>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer(async (request, response) => {
    const body = await text(request).catch(() => null);
    if (body === null) return;
    const path = request.url ?? '';
    const call = { path, body, headers: request.headers, messageId: String(request.headers['x-hub-message-id']) };
    this.calls.push(call);
    // Clients that leave in the middle are what some tests are about.
    response.on('error', () => undefined);
    (this.answers.get(new URL(path, this.url).pathname) ?? answerOk)(response, call);
  });

  static async listen(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.#server.on('connection', (socket) => {
      receiver.#sockets.add(socket);
      socket.on('close', () => receiver.#sockets.delete(socket));
    });
    await once(receiver.#server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  forget(): void {
    this.calls.length = 0;
    this.answers.clear();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
