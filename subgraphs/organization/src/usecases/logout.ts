import { requirePerson } from '@hub/persistence';

import { SessionRepository } from '../data/session.repository';
import type { OrganizationContext } from './context';

/** Ends the session of this request; its access tokens die with it. */
export async function logout(ctx: OrganizationContext): Promise<boolean> {
  const { accountId, sessionId } = requirePerson(ctx);
  return ctx.transaction(async (tx) => {
    await new SessionRepository(tx).end(sessionId, 'LOGOUT');
    tx.audit({ action: 'logout', objectType: 'account', objectId: accountId, after: { sessionId } });
    return true;
  });
}
