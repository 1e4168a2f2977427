import type { Id } from '@hub/core';
import { assertVersion, requirePerson, type Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { accountError } from '../domain/account.errors';
import { type AccountVerb, accountPolicy } from '../domain/account.policy';
import type { OrganizationContext } from './context';

export interface AccountInput {
  readonly accountId: Id;
  readonly expectedVersion: number;
}

/** The frame of an administrator's act on one account: policy, transaction, the account under lock. */
export function changeAccount(
  ctx: OrganizationContext,
  verb: AccountVerb,
  { accountId, expectedVersion }: AccountInput,
  act: (tx: Transaction, account: AccountEntity) => Promise<void>,
): Promise<{ accountId: Id }> {
  const actor = requirePerson(ctx);
  accountPolicy.assertMay(actor, verb, { committeeId: actor.committeeId });
  return ctx.command(verb, { accountId, expectedVersion }, async (tx) => {
    const account = await new AccountRepository(tx).lock(accountId);
    if (!account) throw accountError('ACCOUNT_NOT_FOUND');
    assertVersion(account.version, expectedVersion);
    await act(tx, account);
    return { accountId };
  });
}
