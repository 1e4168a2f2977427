import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { judgeRefresh, parseRefreshToken, SESSION_MS } from '../domain/session';
import type { OrganizationContext } from './context';
import { issueTokens, type SignedIn } from './issue-tokens';
import { signInActor } from './system-actors';

/** Gives a new pair for the newest refresh token; an older one ends the session (RFC 9700 §4.14.2). */
export async function refreshSession(ctx: OrganizationContext, refreshToken: string): Promise<SignedIn> {
  const token = parseRefreshToken(refreshToken);
  if (token === null) throw accountError('REFRESH_INVALID');
  const { committeeId, sessionId } = token;
  const { refreshSecrets } = ctx.deps;
  const secret = refreshSecrets.mint();
  const renewed = await ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const sessions = new SessionRepository(tx);
    const session = await sessions.lock(sessionId);
    const judgement = session === null ? 'REFUSED' : judgeRefresh(session, refreshSecrets.digest(token.secret), tx.now);
    if (session === null || judgement === 'REFUSED') return false;
    if (judgement === 'REUSED') {
      await sessions.end(sessionId, 'REUSE_DETECTED');
      tx.audit({ action: 'refreshReused', objectType: 'account', objectId: session.accountId, after: { sessionId } });
      return false;
    }
    await sessions.update(sessionId, {
      refreshDigest: refreshSecrets.digest(secret),
      previousDigest: session.refreshDigest,
      lastUsedAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + SESSION_MS),
    });
    return true;
  });
  if (!renewed) throw accountError('REFRESH_INVALID');
  return issueTokens(ctx.deps, { committeeId, sessionId, secret }, ctx.clock.now());
}
