import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { needsSecondFactor } from '../domain/second-factor';
import { type RefreshSecretPair, sessionExpiry } from '../domain/session';
import type { OrganizationContext } from './context';
import { issueTokens, type SignedIn } from './issue-tokens';
import { passSecondFactor } from './pass-second-factor';
import { type PasswordProof, type Refusal, refuse, withPassword } from './prove-password';

export interface LoginInput extends PasswordProof {
  /** Of the authenticator app, or a recovery code; for accounts with a second factor. */
  readonly code?: string | null;
}

export async function login(ctx: OrganizationContext, input: LoginInput): Promise<SignedIn> {
  const { deps } = ctx;
  const secrets = { family: deps.refreshSecrets.mint(), secret: deps.refreshSecrets.mint() };
  const session = await withPassword(ctx, input, (tx, account) =>
    openSession(tx, ctx, account, input.code?.trim() || null, secrets),
  );
  return issueTokens(deps, { ...session, ...secrets }, ctx.clock.now());
}

async function openSession(
  tx: Transaction,
  ctx: OrganizationContext,
  account: AccountEntity,
  code: string | null,
  secrets: RefreshSecretPair,
): Promise<Refusal | { committeeId: Id; sessionId: Id }> {
  const { deps } = ctx;
  const { committeeId, accountId, failedAttempts } = account;
  const posts = await new PostRepository(tx).heldOn(accountId, localDate(tx.now));
  const [post] = posts;
  if (!post) return refuse(tx, account, 'NO_POST');
  const factor = await passSecondFactor(tx, deps, account, code);
  if (typeof factor === 'string') return factor;
  const secondFactor = factor.passed !== 'NONE';
  const needed = posts.some(({ role }) => needsSecondFactor(role, deps.secondFactor));
  if (needed && !secondFactor) return refuse(tx, account, 'SECOND_FACTOR_ENROL');
  if (failedAttempts > 0) await new AccountRepository(tx).update(accountId, { failedAttempts: 0, lockedUntil: null });
  const sessionId = ctx.ids.next();
  await new SessionRepository(tx).insert({
    committeeId,
    sessionId,
    accountId,
    actingPostId: post.postId,
    actingDelegationId: null,
    familyDigest: deps.refreshSecrets.digest(secrets.family),
    refreshDigest: deps.refreshSecrets.digest(secrets.secret),
    secondFactor,
    createdAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt: sessionExpiry(tx.now, tx.now),
    endedAt: null,
    endReason: null,
  });
  tx.audit({
    action: 'login',
    objectType: 'signIn',
    objectId: accountId,
    after: { sessionId, postId: post.postId, secondFactor: factor.passed },
  });
  return { committeeId, sessionId };
}
