import type { Clock } from '@hub/core';
import { LRUCache } from 'lru-cache';

interface Entry<Value> {
  /** When the reading began: what it shows may already be that old. */
  readonly askedAt: number;
  readonly value: Promise<Value>;
}

const MAX_AGE_MS = 5_000;

/**
 * Remembers for a moment what another process said. It keeps the promise, not the result: requests that arrive together
 * read once, and a reading that was under way when its key was forgotten is never kept.
 */
export class BriefMemory<Value> {
  readonly #entries: LRUCache<string, Entry<Value>>;

  /** Beyond `max` keys the least used is forgotten. */
  constructor(
    private readonly clock: Clock,
    max: number,
  ) {
    this.#entries = new LRUCache({ max });
  }

  get(key: string, read: () => Promise<Value>): Promise<Value> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(key);
    if (known && now - known.askedAt < MAX_AGE_MS) return known.value;
    const entry: Entry<Value> = { askedAt: now, value: read() };
    this.#entries.set(key, entry);
    entry.value.catch(() => this.#dropFailed(key, entry));
    return entry.value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  /** A failure is never shared with requests that come after it. */
  #dropFailed(key: string, entry: Entry<Value>): void {
    if (this.#entries.peek(key) === entry) this.#entries.delete(key);
  }
}
