import type { Id } from '@hub/core';

import { AccountRepository } from '../data/account.repository';
import { SessionRepository } from '../data/session.repository';
import { assertPassword } from '../domain/password';
import { type AccountInput, changeAccount } from './change-account';
import type { OrganizationContext } from './context';

export interface ResetPasswordInput extends AccountInput {
  readonly password: string;
}

/** Gives an account a new password, lifts a lock, and ends its sessions: whoever used the old one is out. */
export async function resetPassword(ctx: OrganizationContext, input: ResetPasswordInput): Promise<{ accountId: Id }> {
  assertPassword(input.password);
  const passwordHash = await ctx.deps.passwords.hash(input.password);
  return changeAccount(ctx, 'resetPassword', input, async (tx, { accountId, version }) => {
    await new AccountRepository(tx).update(accountId, {
      passwordHash,
      failedAttempts: 0,
      lockedUntil: null,
      version: version + 1,
    });
    await new SessionRepository(tx).revokeOf(accountId, 'PASSWORD_CHANGED');
    tx.audit({ action: 'resetPassword', objectType: 'account', objectId: accountId });
  });
}
