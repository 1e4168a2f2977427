import { once } from 'node:events';

import type { SignalDefinition, SignalPayload } from './signal';
import type { Signals } from './signals.type';

/** Beyond so many keys it is cheaper to read everything again than one after the other. */
const MAX_PENDING = 100;

export interface FeedOptions<D extends SignalDefinition> {
  readonly signal: D;
  /** The keys of what a signal says changed, as far as it concerns this feed. */
  readonly keys: (payload: SignalPayload<D>) => readonly string[];
  /** Ends the feed. */
  readonly ended: AbortSignal;
}

/**
 * What one subscriber has to look at again, one key after the other; null: everything. It begins with null, since what
 * changed before it listened is not known.
 *
 * A slow subscriber costs no more than a quick one: a key that waits already is not added twice, and too many become
 * one null.
 */
export async function* signalFeed<D extends SignalDefinition>(
  signals: Signals,
  { signal, keys, ended }: FeedOptions<D>,
): AsyncGenerator<string | null, void, undefined> {
  const pending = new PendingKeys();
  const stop = signals.listen(signal, {
    onSignal: (payload) => pending.add(keys(payload)),
    onGap: () => pending.addAll(),
  });
  try {
    while (!ended.aborted) {
      const key = pending.take();
      if (key === undefined) await pending.arrival(ended);
      else yield key;
    }
  } finally {
    stop();
  }
}

class PendingKeys {
  readonly #keys = new Set<string>();
  readonly #arrivals = new EventTarget();
  #all = true;

  add(keys: readonly string[]): void {
    if (keys.length === 0 || this.#all) return;
    for (const key of keys) this.#keys.add(key);
    if (this.#keys.size > MAX_PENDING) this.addAll();
    else this.#wake();
  }

  addAll(): void {
    this.#all = true;
    this.#keys.clear();
    this.#wake();
  }

  /** Undefined when nothing waits. */
  take(): string | null | undefined {
    if (this.#all) {
      this.#all = false;
      return null;
    }
    const [key] = this.#keys;
    if (key !== undefined) this.#keys.delete(key);
    return key;
  }

  async arrival(ended: AbortSignal): Promise<void> {
    await once(this.#arrivals, 'arrival', { signal: ended }).catch(() => undefined);
  }

  #wake(): void {
    this.#arrivals.dispatchEvent(new Event('arrival'));
  }
}
