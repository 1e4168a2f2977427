import { type Clock, DomainError, type ReaderActor, SERVICE_TOKEN_PREFIX, serviceTokenKey } from '@hub/core';

import { AccessTokens } from './access-token';
import { securityError } from './security.errors';
import type { ServiceTokens } from './service-tokens';
import type { SessionCache } from './session-cache';

/** `Authorization` header → who acts; null when nobody says who they are. */
export type Authenticate = (authorization: string | undefined) => Promise<ReaderActor | null>;

export interface AuthenticateOptions {
  readonly accessTokenKey: Uint8Array;
  readonly sessions: SessionCache;
  /** Without it service tokens are worth nothing. */
  readonly serviceTokens?: ServiceTokens | undefined;
  readonly clock: Clock;
}

const BEARER = /^Bearer +([A-Za-z0-9_.~+/=-]+)$/i;

/** Where nobody signs in: what `Authorization` says is of no concern. */
export const anonymous: Authenticate = async () => null;

export function createAuthenticate({
  accessTokenKey,
  sessions,
  serviceTokens,
  clock,
}: AuthenticateOptions): Authenticate {
  const tokens = new AccessTokens(accessTokenKey, clock);
  return async (authorization) => {
    if (authorization === undefined) return null;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw securityError('TOKEN_INVALID');
    if (token.startsWith(SERVICE_TOKEN_PREFIX)) return serviceOf(token, serviceTokens);
    const sessionId = await tokens.sessionOf(token);
    const actor = await known(sessions.get(sessionId));
    if (actor === null) throw securityError('SESSION_ENDED');
    return actor;
  };
}

async function serviceOf(token: string, serviceTokens: ServiceTokens | undefined): Promise<ReaderActor> {
  const key = serviceTokenKey(token);
  const actor = key && serviceTokens ? await known(serviceTokens.get(key)) : null;
  if (actor === null) throw securityError('SERVICE_TOKEN_INVALID');
  return actor;
}

/** What a reading of sessions or tokens said; one that failed is told as that. */
export async function known<Who>(reading: Promise<Who | null>): Promise<Who | null> {
  try {
    return await reading;
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const { kind, reason, message } = securityError('SESSION_UNAVAILABLE');
    throw new DomainError(kind, reason, message, { cause });
  }
}
