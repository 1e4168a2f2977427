import type { Server } from 'node:http';

import type { Exchange } from './exchange';
import type { GatewayLimits } from './limits';

type DrainLimits = Pick<GatewayLimits, 'drainGraceMs' | 'drainTimeoutMs'>;

/** Knows what is in flight, and stops a server without dropping it. */
export class Drain {
  /** Each with the promise of its end. */
  readonly #inFlight = new Map<Exchange, Promise<void>>();
  #closed: Promise<void> | null = null;

  constructor(
    private readonly server: Server,
    private readonly limits: DrainLimits,
  ) {}

  get draining(): boolean {
    return this.#closed !== null;
  }

  track(exchange: Exchange): void {
    if (this.draining) endConnectionAfter(exchange);
    const ended = new Promise<void>((resolve) => exchange.response.once('close', resolve));
    this.#inFlight.set(
      exchange,
      ended.then(() => this.#leave(exchange)),
    );
  }

  close(): Promise<void> {
    this.#closed ??= this.#run();
    return this.#closed;
  }

  #leave(exchange: Exchange): void {
    this.#inFlight.delete(exchange);
    // An answer begun before the drain promised keep-alive: its connection is idle now, and would hold the drain.
    if (this.draining) this.server.closeIdleConnections();
  }

  async #run(): Promise<void> {
    if (!this.server.listening) return;
    await pause(this.limits.drainGraceMs);
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const exchange of this.#inFlight.keys()) endConnectionAfter(exchange);
    const timer = setTimeout(() => this.server.closeAllConnections(), this.limits.drainTimeoutMs);
    await closed;
    clearTimeout(timer);
    await Promise.all(this.#inFlight.values());
  }
}

function endConnectionAfter({ response }: Exchange): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}
