import type { Clock } from '@hub/core';
import { decodeJwt, errors, jwtVerify } from 'jose';

import { securityError } from './security.errors';

/** What the organization subgraph writes into access tokens, and the gateway insists on. */
export const ACCESS_TOKEN = { algorithm: 'HS256', issuer: 'party-work-hub', audience: 'hub' } as const;

/** Organization's own name of a session; the gateway only hands it back. */
const MAX_SESSION_LENGTH = 200;

/** Returns the session a token was made for. Whether that session still lives is not the token's to say. */
export async function sessionIdOf(token: string, key: Uint8Array, clock: Clock): Promise<string> {
  const { payload } = await verify(token, key, clock);
  const { sid } = payload;
  if (typeof sid !== 'string' || sid.length === 0 || sid.length > MAX_SESSION_LENGTH)
    throw securityError('TOKEN_INVALID');
  return sid;
}

async function verify(token: string, key: Uint8Array, clock: Clock) {
  try {
    return await jwtVerify(token, key, {
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      requiredClaims: ['exp', 'sid'],
      currentDate: clock.now(),
    });
  } catch (error) {
    throw securityError(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID');
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
