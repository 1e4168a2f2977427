import type { Clock, PersonActor } from '@hub/core';
import { LRUCache } from 'lru-cache';

interface Entry<Who> {
  /** When the reading began: what it shows may already be that old. */
  readonly askedAt: number;
  readonly actor: Promise<Who | null>;
}

const MAX_AGE_MS = 5_000;
const MAX_SESSIONS = 10_000;

/**
 * Remembers sessions for a moment. It keeps the promise, not the result: requests of one session that arrive
 * together read once, and a reading that was under way when the session was forgotten is never kept.
 */
export class SessionCache<Who = PersonActor> {
  readonly #entries = new LRUCache<string, Entry<Who>>({ max: MAX_SESSIONS });

  constructor(
    private readonly resolve: (sessionId: string) => Promise<Who | null>,
    private readonly clock: Clock,
  ) {}

  get(sessionId: string): Promise<Who | null> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(sessionId);
    if (known && now - known.askedAt < MAX_AGE_MS) return known.actor;
    const entry: Entry<Who> = { askedAt: now, actor: this.resolve(sessionId) };
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
  #dropFailed(sessionId: string, entry: Entry<Who>): void {
    if (this.#entries.peek(sessionId) === entry) this.#entries.delete(sessionId);
  }
}
