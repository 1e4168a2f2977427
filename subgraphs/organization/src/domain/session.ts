import { type Id, isId } from '@hub/core';

/** Why a session is over before its time. */
export type SessionEndReason = 'LOGOUT' | 'REUSE_DETECTED' | 'REVOKED';

/** A session not used for so long is over; each refresh starts it anew. */
export const SESSION_MS = 12 * 60 * 60_000;

/** A session within its committee: the `sid` of access tokens, opaque outside this subgraph. */
export interface SessionKey {
  readonly committeeId: Id;
  readonly sessionId: Id;
}

export interface RefreshToken extends SessionKey {
  readonly secret: string;
}

export function formatSessionKey({ committeeId, sessionId }: SessionKey): string {
  return `${committeeId}.${sessionId}`;
}

export function parseSessionKey(text: string): SessionKey | null {
  const [committeeId, sessionId, ...rest] = text.split('.');
  return isId(committeeId) && isId(sessionId) && rest.length === 0 ? { committeeId, sessionId } : null;
}

/** What the client keeps: where to look, and the secret that proves it. */
export function formatRefreshToken(token: RefreshToken): string {
  return `${formatSessionKey(token)}.${token.secret}`;
}

export function parseRefreshToken(text: string): RefreshToken | null {
  const end = text.lastIndexOf('.');
  const key = parseSessionKey(text.slice(0, Math.max(end, 0)));
  const secret = text.slice(end + 1);
  return key && secret ? { ...key, secret } : null;
}

export interface RefreshState {
  readonly refreshDigest: Buffer;
  readonly previousDigest: Buffer | null;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** `ROTATE` the newest secret, `REUSED` an older one: someone else holds a copy, so the session ends for both. */
export function judgeRefresh(session: RefreshState, digest: Buffer, now: Date): 'ROTATE' | 'REUSED' | 'REFUSED' {
  if (session.endedAt !== null || session.expiresAt <= now) return 'REFUSED';
  if (digest.equals(session.refreshDigest)) return 'ROTATE';
  if (session.previousDigest !== null && digest.equals(session.previousDigest)) return 'REUSED';
  return 'REFUSED';
}
