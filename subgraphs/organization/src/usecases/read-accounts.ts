import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type AccountRow, listAccounts } from '../data/account.read-model';
import { accountPolicy } from '../domain/account.policy';
import type { OrganizationContext } from './context';

/** Accounts of the committee; `search` is part of a login name or of a person's name. */
export function readAccounts(
  ctx: OrganizationContext,
  search: string | null,
  page: PageRequest,
): Promise<Page<AccountRow>> {
  const actor = requirePerson(ctx);
  accountPolicy.assertMay(actor, 'readAccounts', { committeeId: actor.committeeId });
  return ctx.read((tx) => listAccounts(tx, search, page));
}
