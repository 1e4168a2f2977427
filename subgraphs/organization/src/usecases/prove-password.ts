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

export interface Proven<Outcome extends object, Prepared> {
  /** What a wrong password is called. */
  readonly wrong: Refusal;
  /** Once the password was found right, and before the transaction: what takes its time. */
  readonly prepare: (account: AccountEntity) => Promise<Prepared>;
  /** A refusal is returned, not thrown, so that a counted failure is committed. */
  readonly act: (tx: Transaction, account: AccountEntity, prepared: Prepared) => Promise<Refusal | Outcome>;
}

/** What is done at the door, before anyone is signed in, with nothing to prepare. */
export function withPassword<Outcome extends object>(
  ctx: OrganizationContext,
  proof: PasswordProof,
  act: (tx: Transaction, account: AccountEntity) => Promise<Refusal | Outcome>,
): Promise<Outcome> {
  return atTheDoor(ctx, proof, async () => null, act);
}

export async function atTheDoor<Outcome extends object, Prepared>(
  ctx: OrganizationContext,
  proof: PasswordProof,
  prepare: Proven<Outcome, Prepared>['prepare'],
  act: Proven<Outcome, Prepared>['act'],
): Promise<Outcome> {
  const committeeId = await ctx
    .as(signInActor(NO_COMMITTEE))
    .read((tx) => findCommittee(tx, proof.committeeCode ?? null));
  if (committeeId === null) throw accountError('LOGIN_FAILED');
  const system = ctx.as(signInActor(committeeId));
  const found = await system.transaction((tx) => new AccountRepository(tx).byLoginName(proof.loginName));
  if (found === null) {
    // Spend the time of a real check, so that the answer does not tell which names exist.
    await ctx.deps.passwords.hash(proof.password);
    throw accountError('LOGIN_FAILED');
  }
  return provePassword(system, found, proof.password, { wrong: 'LOGIN_FAILED', prepare, act });
}

/** The frame of what is done with a password: the account under lock, the password right, wrong ones counted. */
export async function provePassword<Outcome extends object, Prepared>(
  system: OrganizationContext,
  found: AccountEntity,
  password: string,
  { wrong, prepare, act }: Proven<Outcome, Prepared>,
): Promise<Outcome> {
  // Outside the transaction: argon2 takes its time, and no row should be locked meanwhile.
  const correct = await system.deps.passwords.verify(found.passwordHash, password);
  const prepared = correct ? { value: await prepare(found) } : null;
  const outcome = await system.transaction(async (tx) => {
    const account = await new AccountRepository(tx).lock(found.accountId);
    if (account === null) return wrong;
    if (isLocked(account, tx.now)) return 'ACCOUNT_LOCKED';
    // Changed meanwhile: what was right is not any more.
    if (prepared === null || account.passwordHash !== found.passwordHash) return countFailure(tx, account, wrong);
    if (account.status !== 'ACTIVE') return refuse(tx, account, 'ACCOUNT_DISABLED');
    return act(tx, account, prepared.value);
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
