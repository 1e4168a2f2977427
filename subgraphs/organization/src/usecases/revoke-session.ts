import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

// Own sessions: everybody's to end, whatever the post allows otherwise; so as the system.

/** Ends one session of the signed-in person: a forgotten desk, a lost telephone. */
export async function revokeSession(ctx: OrganizationContext, sessionId: Id): Promise<{ sessionId: Id }> {
  const { accountId, committeeId } = requirePerson(ctx);
  return ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const sessions = new SessionRepository(tx);
    const session = await sessions.lock(sessionId);
    if (session?.accountId !== accountId || session.endedAt !== null) throw accountError('SESSION_NOT_FOUND');
    await sessions.end(sessionId, 'REVOKED');
    tx.audit({ action: 'revokeSession', objectType: 'signIn', objectId: accountId, after: { sessionId } });
    return { sessionId };
  });
}

/** Ends every session of the signed-in person but this one; answers how many. */
export async function revokeOtherSessions(ctx: OrganizationContext): Promise<number> {
  const { accountId, committeeId, sessionId } = requirePerson(ctx);
  return ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const ended = await new SessionRepository(tx).revokeOf(accountId, 'REVOKED', sessionId);
    tx.audit({ action: 'revokeOtherSessions', objectType: 'signIn', objectId: accountId, after: { sessionId, ended } });
    return ended;
  });
}
