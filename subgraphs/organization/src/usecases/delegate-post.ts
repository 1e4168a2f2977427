import { type Id, type LocalDate, localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type Candidate, candidatesFor } from '../data/delegation.read-model';
import { DelegationRepository } from '../data/delegation.repository';
import { assertDelegable, assertDelegationReason, assertDelegationTerm } from '../domain/delegation';
import { delegationError } from '../domain/delegation.errors';
import { delegationPolicy } from '../domain/delegation.policy';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface DelegatePostInput {
  readonly delegateAccountId: Id;
  readonly fromOn: LocalDate;
  /** Last day. */
  readonly toOn: LocalDate;
  readonly reason: string;
}

/** 委托: lets another person of the unit act under the acting post, from day to day. */
export async function delegatePost(ctx: OrganizationContext, input: DelegatePostInput): Promise<{ delegationId: Id }> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId, postId } = actor;
  assertDelegable(actor);
  delegationPolicy.assertMay(actor, 'delegatePost', { committeeId, ownerAccountId: accountId });
  assertDelegationTerm(input, localDate(ctx.clock.now()));
  assertDelegationReason(input.reason);
  const delegate = (await readCandidates(ctx)).find((each) => each.accountId === input.delegateAccountId);
  if (!delegate) throw delegationError('DELEGATE_NOT_ELIGIBLE');
  return ctx.command('delegatePost', input, async (tx) => {
    const { fromOn, toOn } = input;
    const reason = input.reason.trim();
    const delegationId = ctx.ids.next();
    const term = { fromOn, toOn, reason };
    const lent = await new DelegationRepository(tx).insert(delegationId, actor, delegate, term);
    if (!lent) throw delegationError('DELEGATION_OVERLAP');
    tx.audit({
      action: 'delegatePost',
      objectType: 'delegation',
      objectId: delegationId,
      after: { postId, delegateAccountId: delegate.accountId, delegateName: delegate.displayName, ...term },
    });
    return { delegationId };
  });
}

/** To whom the acting post may be lent. As the system: a unit's post sees nobody's account but its own. */
export async function readCandidates(ctx: OrganizationContext): Promise<readonly Candidate[]> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  assertDelegable(actor);
  delegationPolicy.assertMay(actor, 'delegatePost', { committeeId, ownerAccountId: accountId });
  const today = localDate(ctx.clock.now());
  return ctx.as(signInActor(committeeId)).read((tx) => candidatesFor(tx, actor, today));
}
