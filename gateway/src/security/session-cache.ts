import type { Clock, PersonActor } from '@hub/core';
import { LRUCache } from 'lru-cache';

export type ResolveSession = (sessionId: string) => Promise<PersonActor | null>;

interface Entry {
  /** When the reading began: what it shows may already be that old. */
  readonly askedAt: number;
  readonly actor: Promise<PersonActor | null>;
}

const MAX_AGE_MS = 5_000;
const MAX_SESSIONS = 10_000;

/**
 * Remembers sessions for a moment. It keeps the promise, not the result: requests of one session that arrive
 * together read once, and a reading that was under way when the session was forgotten is never kept.
 */
export class SessionCache {
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_SESSIONS });

  constructor(
    private readonly resolve: ResolveSession,
    private readonly clock: Clock,
  ) {}

  get(sessionId: string): Promise<PersonActor | null> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(sessionId);
    if (known && now - known.askedAt < MAX_AGE_MS) return known.actor;
    const entry: Entry = { askedAt: now, actor: this.resolve(sessionId) };
    this.#entries.set(sessionId, entry);
    entry.actor.catch(() => this.#dropFailed(sessionId, entry));
    return entry.actor;
  }

  forget(sessionId: string): void {
    this.#entries.delete(sessionId);
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  /** A failure is never shared with requests that come after it. */
  #dropFailed(sessionId: string, entry: Entry): void {
    if (this.#entries.peek(sessionId) === entry) this.#entries.delete(sessionId);
  }
}
