import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { judgeRefresh, parseRefreshToken, sessionExpiry } from '../domain/session';
import type { OrganizationContext } from './context';
import { issueTokens, type SignedIn } from './issue-tokens';
import { signInActor } from './system-actors';

/** Gives a new pair for the newest refresh token; an older one ends the session (RFC 9700 §4.14.2). */
export async function refreshSession(ctx: OrganizationContext, refreshToken: string): Promise<SignedIn> {
  const token = parseRefreshToken(refreshToken);
  if (token === null) throw accountError('REFRESH_INVALID');
  const { committeeId, sessionId, family } = token;
  const { refreshSecrets } = ctx.deps;
  const secret = refreshSecrets.mint();
  const renewed = await ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const sessions = new SessionRepository(tx);
    const session = await sessions.lock(sessionId);
    if (session === null) return false;
    const given = { family: refreshSecrets.digest(family), secret: refreshSecrets.digest(token.secret) };
    const judgement = judgeRefresh(session, given, tx.now);
    if (judgement === 'REFUSED') return false;
    if (judgement === 'REUSED') {
      await sessions.end(sessionId, 'REUSE_DETECTED');
      tx.audit({ action: 'refreshReused', objectType: 'signIn', objectId: session.accountId, after: { sessionId } });
      return false;
    }
    await sessions.update(sessionId, {
      refreshDigest: refreshSecrets.digest(secret),
      lastUsedAt: tx.now,
      expiresAt: sessionExpiry(session.createdAt, tx.now),
    });
    return true;
  });
  if (!renewed) throw accountError('REFRESH_INVALID');
  return issueTokens(ctx.deps, { committeeId, sessionId, family, secret }, ctx.clock.now());
}
