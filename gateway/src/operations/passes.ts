import { randomBytes } from 'node:crypto';

import type { Clock } from '@hub/core';
import { LRUCache } from 'lru-cache';

/** More than that many at a time: the oldest ends. */
const MAX_KEPT = 1_000;

interface Kept {
  readonly session: string;
  readonly expiresAt: Date;
}

/**
 * Secrets that stand for a session for some time. They are drawn, not signed, and kept in this process: what one is
 * worth is known here only, can be taken back, and ends with the process.
 */
export class Passes {
  readonly #kept = new LRUCache<string, Kept>({ max: MAX_KEPT });

  constructor(
    private readonly lifeMs: number,
    private readonly clock: Clock,
  ) {}

  issue(session: string): { readonly secret: string; readonly expiresAt: Date } {
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + this.lifeMs);
    this.#kept.set(secret, { session, expiresAt });
    return { secret, expiresAt };
  }

  sessionOf(secret: string): string | null {
    const kept = this.#kept.get(secret);
    if (kept && kept.expiresAt > this.clock.now()) return kept.session;
    this.#kept.delete(secret);
    return null;
  }

  /** The same, for the last time. */
  take(secret: string): string | null {
    const session = this.sessionOf(secret);
    this.#kept.delete(secret);
    return session;
  }
}
