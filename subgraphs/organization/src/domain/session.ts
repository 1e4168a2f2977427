import { type Id, isId } from '@hub/core';

/** Why a session is over before its time. */
export const SESSION_END_REASONS = [
  'LOGOUT',
  'REUSE_DETECTED',
  /** By its owner from another session, or by the 安全管理员. */
  'REVOKED',
  'POST_ENDED',
  'DELEGATION_ENDED',
  'ACCOUNT_DISABLED',
  'PASSWORD_CHANGED',
  'SECOND_FACTOR_CHANGED',
] as const;

export type SessionEndReason = (typeof SESSION_END_REASONS)[number];

/** A session not used for so long is over; each refresh starts it anew. */
export const IDLE_MS = 12 * 60 * 60_000;

/** However much it is used: a sign-in is proved again once a week (GB/T 22239 8.1.4.1). */
export const LONGEST_MS = 7 * 24 * 60 * 60_000;

export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

/** A session within its committee: the `sid` of access tokens, opaque outside this subgraph. */
export interface SessionKey {
  readonly committeeId: Id;
  readonly sessionId: Id;
}

/** One secret that the session keeps, by which a token is known to be its own, and one that each refresh changes. */
export interface RefreshSecretPair {
  readonly family: string;
  readonly secret: string;
}

export interface RefreshToken extends SessionKey, RefreshSecretPair {}

export function formatSessionKey({ committeeId, sessionId }: SessionKey): string {
  return `${committeeId}.${sessionId}`;
}

export function parseSessionKey(text: string): SessionKey | null {
  const [committeeId, sessionId, ...rest] = text.split('.');
  return isId(committeeId) && isId(sessionId) && rest.length === 0 ? { committeeId, sessionId } : null;
}

/** What the client keeps: where to look, and the secrets that prove it. */
export function formatRefreshToken(token: RefreshToken): string {
  return `${formatSessionKey(token)}.${token.family}.${token.secret}`;
}

export function parseRefreshToken(text: string): RefreshToken | null {
  const [committeeId = '', sessionId = '', family, secret, ...rest] = text.split('.');
  const key = parseSessionKey(`${committeeId}.${sessionId}`);
  return key && family && secret && rest.length === 0 ? { ...key, family, secret } : null;
}

export interface RefreshState {
  /** Null in sessions of before families: nobody holds a token of theirs that could be told from a guess. */
  readonly familyDigest: Buffer | null;
  readonly refreshDigest: Buffer;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

export interface RefreshDigests {
  readonly family: Buffer;
  readonly secret: Buffer;
}

/**
 * `ROTATE` the newest token, `REUSED` any older one of the family: someone else holds a copy, so the session ends for both.
 * A guess is neither, or whoever knows the id of a session could end it.
 */
export function judgeRefresh(session: RefreshState, given: RefreshDigests, now: Date): 'ROTATE' | 'REUSED' | 'REFUSED' {
  if (session.endedAt !== null || session.expiresAt <= now) return 'REFUSED';
  if (session.familyDigest === null || !given.family.equals(session.familyDigest)) return 'REFUSED';
  return given.secret.equals(session.refreshDigest) ? 'ROTATE' : 'REUSED';
}
