import type { Server, ServerResponse } from 'node:http';

export interface DrainLimits {
  /**
   * Time in which it is not ready but still accepts. Whoever sends it traffic notices, and every connection that is used
   * in it is told to end; only one that nobody used for so long is then cut, and none with a request on its way.
   */
  readonly graceMs: number;
  /** Time after that in which running requests may finish before they are cut off. */
  readonly timeoutMs: number;
}

/** Knows what is in flight on a server, and stops it without dropping a request. */
export class HttpDrain {
  /** Each with the promise of its end. */
  readonly #inFlight = new Map<ServerResponse, Promise<void>>();
  #closed: Promise<void> | null = null;
  #accepting = true;

  constructor(
    private readonly server: Server,
    private readonly limits: DrainLimits,
  ) {}

  get draining(): boolean {
    return this.#closed !== null;
  }

  track(response: ServerResponse): void {
    if (this.draining) endConnectionAfter(response);
    const ended = new Promise<void>((resolve) => response.once('close', resolve));
    this.#inFlight.set(
      response,
      ended.then(() => this.#leave(response)),
    );
  }

  close(): Promise<void> {
    this.#closed ??= this.#run();
    return this.#closed;
  }

  #leave(response: ServerResponse): void {
    this.#inFlight.delete(response);
    // An answer begun before the drain promised keep-alive: its connection is idle now, and would hold the drain.
    if (!this.#accepting) this.server.closeIdleConnections();
  }

  async #run(): Promise<void> {
    if (!this.server.listening) return;
    for (const response of this.#inFlight.keys()) endConnectionAfter(response);
    await pause(this.limits.graceMs);
    this.#accepting = false;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const timer = setTimeout(() => this.server.closeAllConnections(), this.limits.timeoutMs);
    await closed;
    clearTimeout(timer);
    await Promise.all(this.#inFlight.values());
  }
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}
