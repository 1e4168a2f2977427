import { type Clock, isId } from '@hub/core';
import { errors, jwtVerify } from 'jose';

import { securityError } from './security.errors';

/** What the organization subgraph writes into access tokens, and the gateway insists on. */
export const ACCESS_TOKEN = { algorithm: 'HS256', issuer: 'party-work-hub', audience: 'hub' } as const;

/** Returns the session id a token was made for. Whether that session still lives is not the token's to say. */
export async function sessionIdOf(token: string, key: Uint8Array, clock: Clock): Promise<string> {
  const { payload } = await verify(token, key, clock);
  if (!isId(payload.sid)) throw securityError('TOKEN_INVALID');
  return payload.sid;
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
