import { type Id, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { DelegationRepository } from '../data/delegation.repository';
import { SessionRepository } from '../data/session.repository';
import { assertEndable } from '../domain/delegation';
import { delegationError } from '../domain/delegation.errors';
import { delegationPolicy } from '../domain/delegation.policy';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface EndDelegationInput {
  readonly delegationId: Id;
  readonly expectedVersion: number;
}

/** Either side ends it, at once: whoever acts under it is out at the next request. */
export async function endDelegation(
  ctx: OrganizationContext,
  input: EndDelegationInput,
): Promise<{ delegationId: Id }> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  delegationPolicy.assertMay(actor, 'endDelegation', { committeeId, ownerAccountId: accountId });
  const ended = await ctx.command('endDelegation', input, async (tx) => {
    const { delegationId, expectedVersion } = input;
    const delegations = new DelegationRepository(tx);
    const delegation = await delegations.lock(delegationId, accountId);
    if (delegation === null) throw delegationError('DELEGATION_NOT_FOUND');
    assertVersion(delegation.version, expectedVersion);
    assertEndable(delegation, localDate(tx.now));
    await delegations.end(delegationId, actor);
    tx.audit({
      action: 'endDelegation',
      objectType: 'delegation',
      objectId: delegationId,
      before: { endedAt: null },
      after: { endedAt: tx.now },
    });
    return { delegationId };
  });
  // In a transaction of its own: one side's post may not touch the other's session. Nothing hangs on it but that gateways
  // hear of it at once, for a session under an ended delegation is nobody's.
  await ctx
    .as(signInActor(committeeId))
    .transaction((tx) => new SessionRepository(tx).revokeActingFor([ended.delegationId]));
  return ended;
}
