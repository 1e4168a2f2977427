import { connect, type Socket } from 'node:net';

/** A client that says exactly what it is told, byte by byte: for what well-behaved clients never send. */
export class RawClient {
  received = '';
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (chunk) => {
      this.received += chunk;
      for (const look of this.#waiting) look();
    });
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static open(port: number): Promise<RawClient> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new RawClient(socket)));
    });
  }

  write(text: string | Buffer): void {
    this.#socket.write(text);
  }

  /** Reads nothing any more: what is sent fills the buffers between. */
  pause(): void {
    this.#socket.pause();
  }

  /** Takes what one read gives, and pauses again. */
  sip(): void {
    this.#socket.once('data', () => this.#socket.pause());
    this.#socket.resume();
  }

  hangUp(): void {
    this.#socket.destroy();
  }

  /** Resolves with everything received as soon as the text has come. */
  until(text: string): Promise<string> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.received.includes(text)) return;
        this.#waiting.delete(look);
        resolve(this.received);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
