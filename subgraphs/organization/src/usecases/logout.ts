import { requirePerson } from '@hub/persistence';

import { SessionRepository } from '../data/session.repository';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

/** Ends the session of this request; its access tokens die with it. As the system: inspectors leave too, and change nothing. */
export async function logout(ctx: OrganizationContext): Promise<boolean> {
  const { accountId, committeeId, sessionId } = requirePerson(ctx);
  return ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    await new SessionRepository(tx).end(sessionId, 'LOGOUT');
    tx.audit({ action: 'logout', objectType: 'signIn', objectId: accountId, after: { sessionId } });
    return true;
  });
}
