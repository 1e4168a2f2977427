import { createHmac } from 'node:crypto';

import { type Actor, type Clock, DomainError } from '@hub/core';
import { errors, jwtVerify } from 'jose';

/** The header a gateway speaks to remote subgraphs with; one that comes from outside is dropped at the gateway. */
export const CALLER_HEADER = 'x-hub-caller';

/** Who stands behind one subgraph call, as the gateway found out. */
export interface Caller {
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

const ISSUER = 'party-work-hub-gateway';
const LIFETIME_SECONDS = 30;
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256' })).toString('base64url');

/**
 * Signed for one subgraph and for seconds: a copy that leaks is worth little, and nothing elsewhere. A JWT (HS256) by
 * node:crypto: this is done for every subgraph call, and the asynchronous way costs a turn of the thread pool each time.
 */
export function signCaller(caller: Caller, subgraph: string, key: Uint8Array, clock: Clock): string {
  const now = Math.floor(clock.now().getTime() / 1000);
  const claims = { caller, iss: ISSUER, aud: subgraph, iat: now, exp: now + LIFETIME_SECONDS };
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** Throws CALLER_REFUSED unless the header was signed by a gateway of this hub, for this subgraph, just now. */
export async function verifyCaller(
  token: string | undefined,
  subgraph: string,
  key: Uint8Array,
  clock: Clock,
): Promise<Caller> {
  if (!token) throw refused();
  try {
    const { payload } = await jwtVerify<{ caller: Caller }>(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: subgraph,
      currentDate: clock.now(),
    });
    return payload.caller;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refused();
    throw error;
  }
}

const refused = (): DomainError => new DomainError('UNAUTHENTICATED', 'CALLER_REFUSED', '子图只接受本平台网关的调用。');
