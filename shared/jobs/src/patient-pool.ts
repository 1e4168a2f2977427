import { setTimeout as pause } from 'node:timers/promises';

import { Pool, type PoolClient } from 'pg';

const PAUSE_MS = 1000;

type WithClient = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool for BullMQ, which asks for its first connection once and remembers a refusal for good: its worker then asks
 * again and again without a pause, and never works. Here whoever waits for a client gets one as soon as there is one.
 * Queries fail at once, as with any pool.
 */
export class PatientPool extends Pool {
  readonly #waiting = new AbortController();

  override connect(): Promise<PoolClient>;
  override connect(callback: WithClient): void;
  override connect(callback?: WithClient): Promise<PoolClient> | undefined {
    if (!callback) return this.#connectInTime();
    // The form that `Pool.query` uses itself.
    super.connect(callback);
    return undefined;
  }

  /** From now on nobody waits any longer: who still does is refused. */
  stopWaiting(): void {
    this.#waiting.abort();
  }

  async #connectInTime(): Promise<PoolClient> {
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (this.#waiting.signal.aborted) throw error;
        this.emit('error', error);
        await pause(PAUSE_MS, undefined, { signal: this.#waiting.signal }).catch(() => undefined);
      }
    }
  }
}
