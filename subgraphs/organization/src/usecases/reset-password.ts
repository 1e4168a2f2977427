import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { AccountRepository } from '../data/account.repository';
import { SessionRepository } from '../data/session.repository';
import { UsedPasswordRepository } from '../data/used-password.repository';
import { accountError } from '../domain/account.errors';
import { assertPassword } from '../domain/password';
import { type AccountInput, changeAccount } from './change-account';
import type { OrganizationContext } from './context';

export interface ResetPasswordInput extends AccountInput {
  readonly password: string;
}

/**
 * Gives an account a password for one sign-in, which changes it; lifts a lock, and ends its sessions: whoever used the old
 * one is out.
 */
export async function resetPassword(ctx: OrganizationContext, input: ResetPasswordInput): Promise<{ accountId: Id }> {
  const passwordHash = await ctx.deps.passwords.hash(input.password);
  return changeAccount(ctx, 'resetPassword', input, async (tx, account) => {
    const { accountId, loginName, version } = account;
    if (accountId === requirePerson(ctx).accountId) throw accountError('ACCOUNT_IS_OWN');
    assertPassword(input.password, loginName);
    await new AccountRepository(tx).update(accountId, {
      passwordHash,
      mustChangePassword: true,
      failedAttempts: 0,
      lockedUntil: null,
      version: version + 1,
    });
    await new UsedPasswordRepository(tx).add(accountId, ctx.ids.next(), account.passwordHash);
    await new SessionRepository(tx).revokeOf(accountId, 'PASSWORD_CHANGED');
    tx.audit({ action: 'resetPassword', objectType: 'account', objectId: accountId });
  });
}
