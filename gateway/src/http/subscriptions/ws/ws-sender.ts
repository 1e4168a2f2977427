import type { WebSocket } from 'ws';

import type { StreamLimits } from '../stream-limits';

/** Bytes that may wait for a client that keeps asking and does not read what it is answered. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** Writes to one WebSocket, and finds out whether anybody is at the other end. */
export class WsSender {
  #isAlive = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: Pick<StreamLimits, 'pingMs' | 'slowReaderMs'>,
    private readonly onSlowReader: () => void,
  ) {
    const alive = () => {
      this.#isAlive = true;
    };
    socket.on('pong', alive).on('message', alive);
    const pulse = setInterval(() => this.#pulse(), limits.pingMs);
    socket.once('close', () => clearInterval(pulse));
  }

  /** Resolves once the text has left for the client, or when it is clear that it does not take it. */
  send(text: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.onSlowReader();
        settle();
      }, this.limits.slowReaderMs);
      const settle = () => {
        clearTimeout(timer);
        this.socket.off('close', settle);
        resolve();
      };
      this.socket.once('close', settle);
      this.socket.send(text, settle);
    });
  }

  /** For short answers that nothing waits for. */
  reply(message: Readonly<Record<string, unknown>>): void {
    if (this.socket.bufferedAmount > MAX_WAITING_BYTES) this.socket.terminate();
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }

  #pulse(): void {
    if (!this.#isAlive) this.socket.terminate();
    this.#isAlive = false;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }
}
