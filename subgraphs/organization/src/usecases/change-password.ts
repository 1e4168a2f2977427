import type { Id } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { SessionRepository } from '../data/session.repository';
import { UsedPasswordRepository } from '../data/used-password.repository';
import { accountError } from '../domain/account.errors';
import { assertPassword, NOT_AGAIN } from '../domain/password';
import type { OrganizationContext } from './context';
import { provePassword, type Refusal } from './prove-password';
import { signInActor } from './system-actors';

export interface ChangePasswordInput {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/** Gives the own account another password; every other session ends, whoever opened it. */
export async function changePassword(ctx: OrganizationContext, input: ChangePasswordInput): Promise<boolean> {
  const { accountId, committeeId, sessionId } = requirePerson(ctx);
  const system = ctx.as(signInActor(committeeId));
  const found = await system.transaction((tx) => new AccountRepository(tx).byId(accountId));
  if (found === null) throw accountError('ACCOUNT_NOT_FOUND');
  await provePassword(system, found, input.oldPassword, {
    wrong: 'PASSWORD_WRONG',
    prepare: (account) => prepareNewPassword(system, account, input.newPassword),
    act: async (tx, account, prepared) => (await takeNewPassword(tx, ctx, account, prepared, sessionId)) ?? {},
  });
  return true;
}

export interface NewPassword {
  readonly hash: string;
  readonly usedBefore: boolean;
}

/** Before the transaction that takes it: hashes are slow, and so is a look at the last ones. */
export async function prepareNewPassword(
  system: OrganizationContext,
  { accountId, loginName, passwordHash }: AccountEntity,
  password: string,
): Promise<NewPassword> {
  const { passwords } = system.deps;
  assertPassword(password, loginName);
  const before = await system.transaction((tx) => new UsedPasswordRepository(tx).hashesOf(accountId, NOT_AGAIN - 1));
  for (const used of [passwordHash, ...before]) {
    if (await passwords.verify(used, password)) return { hash: '', usedBefore: true };
  }
  return { hash: await passwords.hash(password), usedBefore: false };
}

/** Null when it is taken; then every session ends but the one from which it was given. */
export async function takeNewPassword(
  tx: Transaction,
  ctx: OrganizationContext,
  { accountId, passwordHash, version }: AccountEntity,
  prepared: NewPassword,
  spared: Id | null,
): Promise<Refusal | null> {
  if (prepared.usedBefore) return 'PASSWORD_USED_BEFORE';
  const used = new UsedPasswordRepository(tx);
  await used.add(accountId, ctx.ids.next(), passwordHash);
  await used.keepNewest(accountId, NOT_AGAIN - 1);
  await new AccountRepository(tx).update(accountId, {
    passwordHash: prepared.hash,
    mustChangePassword: false,
    failedAttempts: 0,
    lockedUntil: null,
    version: version + 1,
  });
  await new SessionRepository(tx).revokeOf(accountId, 'PASSWORD_CHANGED', spared);
  tx.audit({ action: 'changePassword', objectType: 'account', objectId: accountId });
  return null;
}
