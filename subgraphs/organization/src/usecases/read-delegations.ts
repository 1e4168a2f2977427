import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type DelegationRow, listDelegations } from '../data/delegation.read-model';
import { delegationPolicy } from '../domain/delegation.policy';
import type { OrganizationContext } from './context';

/** What the person lent and what was lent to them; the administrator sees all of the committee. */
export function readDelegations(ctx: OrganizationContext, page: PageRequest): Promise<Page<DelegationRow>> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  const seesAll = delegationPolicy.may(actor, 'readDelegations', { committeeId });
  if (!seesAll) delegationPolicy.assertMay(actor, 'readDelegations', { committeeId, ownerAccountId: accountId });
  return ctx.read((tx) => listDelegations(tx, seesAll ? null : accountId, page));
}
