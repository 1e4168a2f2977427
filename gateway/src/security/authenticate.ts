import { type Clock, DomainError, type PersonActor } from '@hub/core';

import { sessionIdOf } from './access-token';
import { securityError } from './security.errors';
import type { SessionCache } from './session-cache';

/** `Authorization` header → who acts; null when nobody says who they are. */
export type Authenticate = (authorization: string | undefined) => Promise<PersonActor | null>;

export interface AuthenticateOptions {
  readonly accessTokenKey: Uint8Array;
  readonly sessions: SessionCache;
  readonly clock: Clock;
}

const BEARER = /^Bearer +([A-Za-z0-9_.~+/=-]+)$/i;

/** Where nobody signs in: what `Authorization` says is of no concern. */
export const anonymous: Authenticate = async () => null;

export function createAuthenticate({ accessTokenKey, sessions, clock }: AuthenticateOptions): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw securityError('TOKEN_INVALID');
    const sessionId = await sessionIdOf(token, accessTokenKey, clock);
    const actor = await readSession(sessions, sessionId);
    if (actor === null) throw securityError('SESSION_ENDED');
    return actor;
  };
}

async function readSession(sessions: SessionCache, sessionId: string): Promise<PersonActor | null> {
  try {
    return await sessions.get(sessionId);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const { kind, reason, message } = securityError('SESSION_UNAVAILABLE');
    throw new DomainError(kind, reason, message, { cause });
  }
}
