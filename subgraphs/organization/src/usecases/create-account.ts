import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { AccountRepository } from '../data/account.repository';
import { accountError } from '../domain/account.errors';
import { accountPolicy } from '../domain/account.policy';
import { assertDisplayName, assertLoginName, assertPassword } from '../domain/password';
import type { OrganizationContext } from './context';

export interface CreateAccountInput {
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** A way in for one person; what the person may do comes with the posts. */
export async function createAccount(ctx: OrganizationContext, input: CreateAccountInput): Promise<{ accountId: Id }> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  accountPolicy.assertMay(actor, 'createAccount', { committeeId });
  const { password, ...facts } = input;
  assertLoginName(facts.loginName);
  assertDisplayName(facts.displayName);
  assertPassword(password, facts.loginName);
  // Outside the transaction, as argon2 takes its time; outside the kept input, as its digest would outlive the password.
  const passwordHash = await ctx.deps.passwords.hash(password);
  return ctx.command('createAccount', facts, async (tx) => {
    const accounts = new AccountRepository(tx);
    const accountId = ctx.ids.next();
    const created = await accounts.insertIfNameFree({
      committeeId,
      accountId,
      ...facts,
      passwordHash,
      status: 'ACTIVE',
      duty: null,
      failedAttempts: 0,
      lockedUntil: null,
      mustChangePassword: false,
      version: 1,
    });
    if (!created) throw accountError('LOGIN_NAME_TAKEN', { loginName: facts.loginName });
    tx.audit({ action: 'createAccount', objectType: 'account', objectId: accountId, after: facts });
    return { accountId };
  });
}
