import WebSocket, { type RawData } from 'ws';

interface WsMessage {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
  readonly payload?: any;
}

interface WsClientOptions {
  readonly path?: string;
  readonly protocols?: string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly autoPong?: boolean;
}

/** A client that says exactly what it is told, for what well-behaved clients never say. */
export class WsClient {
  readonly messages: WsMessage[] = [];
  /** Code and reason of the close. */
  readonly closed: Promise<readonly [number, string]>;
  readonly #waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: RawData) => {
      this.messages.push(JSON.parse(String(data)) as WsMessage);
      for (const look of this.#waiting) look();
    });
    this.closed = new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, String(reason)])));
  }

  /** Rejects with the status of the answer when the server does not take the upgrade. */
  static open(port: number, options: WsClientOptions = {}): Promise<WsClient> {
    const { path = '/graphql', protocols = ['graphql-transport-ws'], headers = {}, autoPong = true } = options;
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers, autoPong });
    const client = new WsClient(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(client));
      socket.on('error', reject);
    });
  }

  send(message: object): void {
    this.sendText(JSON.stringify(message));
  }

  sendText(text: string | Buffer): void {
    this.socket.send(text);
  }

  /** The newest message of that type, as soon as there is one. */
  message(type: string, id?: string): Promise<WsMessage> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.messages.findLast((each) => each.type === type && (id === undefined || each.id === id));
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Reads nothing more from the network. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }

  hangUp(): void {
    this.socket.terminate();
  }
}
