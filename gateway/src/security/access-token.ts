import type { Clock } from '@hub/core';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

import { securityError } from './security.errors';

/** What the organization subgraph writes into access tokens, and the gateway insists on. */
export const ACCESS_TOKEN = { algorithm: 'HS256', issuer: 'party-work-hub', audience: 'hub' } as const;

/** Organization's own name of a session; the gateway only hands it back. */
const MAX_SESSION_LENGTH = 200;
const MAX_REMEMBERED = 10_000;

interface VerifiedToken {
  readonly sessionId: string;
  /** Seconds of the epoch at which the token is over. */
  readonly expiresAt: number;
}

/**
 * Tells the session a token was made for. Whether that session still lives is not the token's to say.
 *
 * A token that was found good is remembered by its whole text until it is over: its signature can not become wrong, and
 * checking it costs more than a small query. What was found bad is never remembered.
 */
export class AccessTokens {
  readonly #verified = new LRUCache<string, VerifiedToken>({ max: MAX_REMEMBERED });

  constructor(
    private readonly key: Uint8Array,
    private readonly clock: Clock,
  ) {}

  async sessionOf(token: string): Promise<string> {
    const known = this.#verified.get(token);
    if (known === undefined) return this.#verify(token);
    if (known.expiresAt > Math.floor(this.clock.now().getTime() / 1000)) return known.sessionId;
    this.#verified.delete(token);
    throw securityError('TOKEN_EXPIRED');
  }

  async #verify(token: string): Promise<string> {
    const { sid, exp } = await this.#claims(token);
    if (typeof sid !== 'string' || sid.length === 0 || sid.length > MAX_SESSION_LENGTH || exp === undefined)
      throw securityError('TOKEN_INVALID');
    this.#verified.set(token, { sessionId: sid, expiresAt: exp });
    return sid;
  }

  async #claims(token: string) {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ACCESS_TOKEN.algorithm],
        issuer: ACCESS_TOKEN.issuer,
        audience: ACCESS_TOKEN.audience,
        requiredClaims: ['exp', 'sid'],
        currentDate: this.clock.now(),
      });
      return payload;
    } catch (error) {
      throw securityError(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID');
    }
  }
}

/** What a token that was found to be good says of itself; nothing, when it is none of ours that says it. */
export function claimsOf(authorization: string | undefined): {
  readonly session: string | null;
  readonly expiresAt: Date | null;
} {
  const token = authorization?.split(' ').at(-1) ?? '';
  if (token.split('.').length !== 3) return { session: null, expiresAt: null };
  const { sid, exp } = decodeJwt(token);
  return { session: typeof sid === 'string' ? sid : null, expiresAt: exp === undefined ? null : new Date(exp * 1000) };
}
