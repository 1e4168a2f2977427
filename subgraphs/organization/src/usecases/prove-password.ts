import { NO_COMMITTEE } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { findCommittee } from '../data/sign-in.read-model';
import { accountError } from '../domain/account.errors';
import { afterFailure, isLocked } from '../domain/lockout';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

export interface PasswordProof {
  readonly loginName: string;
  readonly password: string;
  /** Needed only where the hub serves several committees. */
  readonly committeeCode?: string | null;
}

/** A reason of `accountError` that an act at the door is refused for, after what it counted has been committed. */
export type Refusal = Parameters<typeof accountError>[0];

/**
 * The frame of what is done at the door with a password, before anyone is signed in: the account under lock, the right
 * password, wrong ones counted. A refusal is returned, not thrown, so that a counted failure is committed.
 */
export async function withPassword<Outcome extends object>(
  ctx: OrganizationContext,
  proof: PasswordProof,
  act: (tx: Transaction, account: AccountEntity) => Promise<Refusal | Outcome>,
): Promise<Outcome> {
  const { passwords } = ctx.deps;
  const committeeId = await ctx
    .as(signInActor(NO_COMMITTEE))
    .read((tx) => findCommittee(tx, proof.committeeCode ?? null));
  if (committeeId === null) throw accountError('LOGIN_FAILED');
  const system = ctx.as(signInActor(committeeId));
  const found = await system.transaction((tx) => new AccountRepository(tx).byLoginName(proof.loginName));
  if (found === null) {
    // Spend the time of a real check, so that the answer does not tell which names exist.
    await passwords.hash(proof.password);
    throw accountError('LOGIN_FAILED');
  }
  // Outside the transaction: argon2 takes its time, and no row should be locked meanwhile.
  const correct = await passwords.verify(found.passwordHash, proof.password);
  const outcome = await system.transaction(async (tx) => {
    const account = await new AccountRepository(tx).lock(found.accountId);
    if (account === null) return 'LOGIN_FAILED';
    if (isLocked(account, tx.now)) return 'ACCOUNT_LOCKED';
    if (!correct || account.passwordHash !== found.passwordHash) return countFailure(tx, account, 'LOGIN_FAILED');
    if (account.status !== 'ACTIVE') return refuse(tx, account, 'ACCOUNT_DISABLED');
    return act(tx, account);
  });
  if (typeof outcome === 'string') throw accountError(outcome);
  return outcome;
}

/** Wrong passwords and wrong codes are counted alike; so many of them lock the account. */
export async function countFailure(tx: Transaction, account: AccountEntity, reason: Refusal): Promise<Refusal> {
  await new AccountRepository(tx).update(account.accountId, afterFailure(account, tx.now));
  return refuse(tx, account, reason);
}

/** Whoever knows the password of an account and is turned away is seen in its log. */
export function refuse(tx: Transaction, { accountId }: AccountEntity, reason: Refusal): Refusal {
  tx.audit({ action: 'loginFailed', objectType: 'signIn', objectId: accountId, after: { reason } });
  return reason;
}
