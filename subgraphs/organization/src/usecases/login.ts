import { type Id, localDate, NO_COMMITTEE } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { findCommittee } from '../data/sign-in.read-model';
import { accountError } from '../domain/account.errors';
import { afterFailure, isLocked } from '../domain/lockout';
import { SESSION_MS } from '../domain/session';
import type { OrganizationContext } from './context';
import { issueTokens, type SignedIn } from './issue-tokens';
import { signInActor } from './system-actors';

export interface LoginInput {
  readonly loginName: string;
  readonly password: string;
  /** Needed only where the hub serves several committees. */
  readonly committeeCode?: string | null;
}

export async function login(ctx: OrganizationContext, input: LoginInput): Promise<SignedIn> {
  const { deps } = ctx;
  const committeeId = await ctx
    .as(signInActor(NO_COMMITTEE))
    .read((tx) => findCommittee(tx, input.committeeCode ?? null));
  if (committeeId === null) throw accountError('LOGIN_FAILED');
  const system = ctx.as(signInActor(committeeId));
  const account = await system.transaction((tx) => new AccountRepository(tx).byLoginName(input.loginName));
  if (account === null) {
    // Spend the time of a real check, so that the answer does not tell which names exist.
    await deps.passwords.hash(input.password);
    throw accountError('LOGIN_FAILED');
  }
  // Outside the transaction: argon2 takes its time, and no row should be locked meanwhile.
  const correct = await deps.passwords.verify(account.passwordHash, input.password);
  const secret = deps.refreshSecrets.mint();
  const outcome = await system.transaction((tx) => settle(tx, ctx, account.accountId, correct, secret));
  if (typeof outcome !== 'object') throw accountError(outcome);
  return issueTokens(deps, { ...outcome, secret }, ctx.clock.now());
}

type Refusal = 'LOGIN_FAILED' | 'ACCOUNT_LOCKED' | 'ACCOUNT_DISABLED' | 'NO_POST';

/** A refusal is returned, not thrown: the counted failure must be committed. */
async function settle(
  tx: Transaction,
  ctx: OrganizationContext,
  accountId: Id,
  correct: boolean,
  secret: string,
): Promise<Refusal | { committeeId: Id; sessionId: Id }> {
  const accounts = new AccountRepository(tx);
  const account = await accounts.lock(accountId);
  if (account === null) return 'LOGIN_FAILED';
  if (isLocked(account, tx.now)) return 'ACCOUNT_LOCKED';
  if (!correct) {
    await accounts.update(accountId, afterFailure(account, tx.now));
    tx.audit({ action: 'loginFailed', objectType: 'account', objectId: accountId });
    return 'LOGIN_FAILED';
  }
  if (account.status !== 'ACTIVE') return 'ACCOUNT_DISABLED';
  return openSession(tx, ctx, account, secret);
}

async function openSession(
  tx: Transaction,
  ctx: OrganizationContext,
  { committeeId, accountId, failedAttempts }: AccountEntity,
  secret: string,
): Promise<Refusal | { committeeId: Id; sessionId: Id }> {
  const [post] = await new PostRepository(tx).heldOn(accountId, localDate(tx.now));
  if (!post) return 'NO_POST';
  if (failedAttempts > 0) await new AccountRepository(tx).update(accountId, { failedAttempts: 0, lockedUntil: null });
  const sessionId = ctx.ids.next();
  await new SessionRepository(tx).insert({
    committeeId,
    sessionId,
    accountId,
    actingPostId: post.postId,
    actingDelegationId: null,
    refreshDigest: ctx.deps.refreshSecrets.digest(secret),
    previousDigest: null,
    createdAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + SESSION_MS),
    endedAt: null,
    endReason: null,
  });
  tx.audit({ action: 'login', objectType: 'account', objectId: accountId, after: { sessionId } });
  return { committeeId, sessionId };
}
