import type { ServerResponse } from 'node:http';

export interface EventStreamOptions {
  /** Silence after which a comment is sent: proxies give up on connections on which nothing moves. */
  readonly pingMs: number;
  /** Time a client has to take what was sent; one that does not is cut off. */
  readonly slowReaderMs: number;
}

/**
 * The sending side of GraphQL over server-sent events, one operation a connection ("distinct connections mode" of
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
 */
export class EventStream {
  readonly #ping: NodeJS.Timeout;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: EventStreamOptions,
  ) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // A proxy that buffers would keep events until there are enough of them.
      'x-accel-buffering': 'no',
    });
    // Tells the client that the stream is open, before there is an event.
    response.write(':\n\n');
    this.#ping = setInterval(() => {
      if (!response.writableNeedDrain) response.write(':\n\n');
    }, options.pingMs);
    response.once('close', () => clearInterval(this.#ping));
  }

  /** Resolves once there is room for more; the text is JSON without line ends. */
  async next(answer: string): Promise<void> {
    if (this.response.destroyed || this.response.writableEnded) return;
    if (!this.response.write(`event: next\ndata: ${answer}\n\n`)) await this.#room();
  }

  /** Nothing more will come, and the client need not ask again. */
  complete(): void {
    if (!this.response.writableEnded) this.response.write('event: complete\ndata:\n\n');
    this.end();
  }

  /** Ends the connection and not the operation: a client that still wants it comes again. */
  end(): void {
    clearInterval(this.#ping);
    this.response.end();
  }

  #room(): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.response.off('drain', settle).off('close', settle);
        resolve();
      };
      const timer = setTimeout(() => this.response.destroy(), this.options.slowReaderMs);
      this.response.once('drain', settle).once('close', settle);
    });
  }
}
