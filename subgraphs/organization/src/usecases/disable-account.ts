import type { Id } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { type AccountInput, changeAccount } from './change-account';
import type { OrganizationContext } from './context';
import { endDelegationsOfAccount } from './end-delegations';

/** Closes an account: no more sign-in, and its sessions end at once. */
export function disableAccount(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: Id }> {
  return changeAccount(ctx, 'disableAccount', input, async (tx, account) => {
    const actor = requirePerson(ctx);
    if (actor.accountId === account.accountId) throw accountError('ACCOUNT_IS_OWN');
    await switchStatus(tx, account, 'DISABLED');
    await endDelegationsOfAccount(tx, account.accountId, actor);
    await new SessionRepository(tx).revokeOf(account.accountId, 'ACCOUNT_DISABLED');
    tx.audit({ action: 'disableAccount', objectType: 'account', objectId: account.accountId });
  });
}

export function enableAccount(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: Id }> {
  return changeAccount(ctx, 'enableAccount', input, async (tx, account) => {
    await switchStatus(tx, account, 'ACTIVE');
    tx.audit({ action: 'enableAccount', objectType: 'account', objectId: account.accountId });
  });
}

async function switchStatus(tx: Transaction, account: AccountEntity, status: AccountEntity['status']): Promise<void> {
  if (account.status === status) throw accountError('ACCOUNT_STATUS');
  await new AccountRepository(tx).update(account.accountId, { status, version: account.version + 1 });
}
