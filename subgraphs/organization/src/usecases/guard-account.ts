import { isPerson } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { SecondFactorRepository } from '../data/second-factor.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { isLocked } from '../domain/lockout';
import { type AccountInput, changeAccount } from './change-account';
import type { OrganizationContext } from './context';

// What the 安全管理员 does for accounts of others, never for the own one.

/** Lifts the lock of wrong passwords and codes before its time. */
export function unlockAccount(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: string }> {
  return changeAccount(ctx, 'unlockAccount', input, async (tx, account) => {
    assertOther(tx, account);
    if (!isLocked(account, tx.now)) throw accountError('ACCOUNT_NOT_LOCKED');
    const change = { failedAttempts: 0, lockedUntil: null, version: account.version + 1 };
    await new AccountRepository(tx).update(account.accountId, change);
    tx.audit({ action: 'unlockAccount', objectType: 'account', objectId: account.accountId });
  });
}

/** For whoever lost the authenticator and the recovery codes: the account enrols again, and nobody stays signed in. */
export function resetSecondFactor(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: string }> {
  return changeAccount(ctx, 'resetSecondFactor', input, async (tx, account) => {
    assertOther(tx, account);
    if (!(await new SecondFactorRepository(tx).remove(account.accountId))) throw accountError('SECOND_FACTOR_ABSENT');
    await new AccountRepository(tx).update(account.accountId, { version: account.version + 1 });
    await new SessionRepository(tx).revokeOf(account.accountId, 'SECOND_FACTOR_CHANGED');
    tx.audit({ action: 'resetSecondFactor', objectType: 'account', objectId: account.accountId });
  });
}

/** Throws everybody out who is signed in to the account; whoever knows the password may sign in again. */
export function revokeSessions(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: string }> {
  return changeAccount(ctx, 'revokeSessions', input, async (tx, account) => {
    assertOther(tx, account);
    const ended = await new SessionRepository(tx).revokeOf(account.accountId, 'REVOKED');
    tx.audit({ action: 'revokeSessions', objectType: 'account', objectId: account.accountId, after: { ended } });
  });
}

function assertOther(tx: Transaction, account: AccountEntity): void {
  if (isPerson(tx.actor) && tx.actor.accountId === account.accountId) throw accountError('ACCOUNT_IS_OWN');
}
