import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { DelegationRepository } from '../data/delegation.repository';
import { SessionRepository } from '../data/session.repository';

/** With posts end the delegations of them, and the sessions under these. */
export async function endDelegationsOfPosts(tx: Transaction, postIds: readonly Id[], by: PersonActor): Promise<void> {
  await noteEnd(tx, await new DelegationRepository(tx).endOfPosts(postIds, by));
}

/** With an account ends what it lent and what was lent to it. */
export async function endDelegationsOfAccount(tx: Transaction, accountId: Id, by: PersonActor): Promise<void> {
  await noteEnd(tx, await new DelegationRepository(tx).endOfAccount(accountId, by));
}

async function noteEnd(tx: Transaction, delegationIds: readonly Id[]): Promise<void> {
  if (delegationIds.length === 0) return;
  await new SessionRepository(tx).revokeActingFor(delegationIds);
  for (const objectId of delegationIds) {
    tx.audit({ action: 'endDelegation', objectType: 'delegation', objectId, after: { endedAt: tx.now } });
  }
}
