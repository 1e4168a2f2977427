import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { AccountRepository } from '../data/account.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { needsSecondFactor } from '../domain/second-factor';
import { type RefreshSecretPair, sessionExpiry } from '../domain/session';
import { type NewPassword, prepareNewPassword, takeNewPassword } from './change-password';
import type { OrganizationContext } from './context';
import { issueTokens, type SignedIn } from './issue-tokens';
import { type PassedFactor, passSecondFactor } from './pass-second-factor';
import { atTheDoor, type PasswordProof, type Refusal, refuse } from './prove-password';
import { signInActor } from './system-actors';

export interface LoginInput extends PasswordProof {
  /** Of the authenticator app, or a recovery code; for accounts with a second factor. */
  readonly code?: string | null;
  /** Takes the place of the password in the same act; needed after an administrator gave that one. */
  readonly newPassword?: string | null;
}

export async function login(ctx: OrganizationContext, input: LoginInput): Promise<SignedIn> {
  const { refreshSecrets } = ctx.deps;
  const secrets = { family: refreshSecrets.mint(), secret: refreshSecrets.mint() };
  const code = input.code?.trim() || null;
  const newPassword = input.newPassword || null;
  const session = await atTheDoor(
    ctx,
    input,
    async (account) =>
      newPassword === null ? null : prepareNewPassword(ctx.as(signInActor(account.committeeId)), account, newPassword),
    async (tx, account, prepared) => {
      const opened = await admit(tx, ctx, account, code, prepared);
      return typeof opened === 'string' ? opened : openSession(tx, ctx, account, opened, secrets);
    },
  );
  return issueTokens(ctx.deps, { ...session, ...secrets }, ctx.clock.now());
}

interface Admitted {
  readonly postId: Id;
  readonly factor: PassedFactor;
}

/** Everything that stands between a right password and a session. */
async function admit(
  tx: Transaction,
  ctx: OrganizationContext,
  account: AccountEntity,
  code: string | null,
  prepared: NewPassword | null,
): Promise<Refusal | Admitted> {
  const { deps } = ctx;
  const { accountId, failedAttempts } = account;
  const posts = await new PostRepository(tx).heldOn(accountId, localDate(tx.now));
  const [post] = posts;
  if (!post) return refuse(tx, account, 'NO_POST');
  // Before the code is asked for: that is good once, and is needed together with the new password.
  if (account.mustChangePassword && prepared === null) return 'PASSWORD_CHANGE_REQUIRED';
  const factor = await passSecondFactor(tx, deps, account, code);
  if (typeof factor === 'string') return factor;
  const needed = posts.some(({ role }) => needsSecondFactor(role, deps.secondFactor));
  if (needed && factor.passed === 'NONE') return refuse(tx, account, 'SECOND_FACTOR_ENROL');
  if (failedAttempts > 0) await new AccountRepository(tx).update(accountId, { failedAttempts: 0, lockedUntil: null });
  const refused = prepared && (await takeNewPassword(tx, ctx, account, prepared, null));
  return refused ?? { postId: post.postId, factor };
}

async function openSession(
  tx: Transaction,
  ctx: OrganizationContext,
  { committeeId, accountId }: AccountEntity,
  { postId, factor }: Admitted,
  secrets: RefreshSecretPair,
): Promise<{ committeeId: Id; sessionId: Id }> {
  const { digest } = ctx.deps.refreshSecrets;
  const sessionId = ctx.ids.next();
  await new SessionRepository(tx).insert({
    committeeId,
    sessionId,
    accountId,
    actingPostId: postId,
    actingDelegationId: null,
    familyDigest: digest(secrets.family),
    refreshDigest: digest(secrets.secret),
    secondFactor: factor.passed !== 'NONE',
    createdAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt: sessionExpiry(tx.now, tx.now),
    endedAt: null,
    endReason: null,
  });
  const after = { sessionId, postId, secondFactor: factor.passed };
  tx.audit({ action: 'login', objectType: 'signIn', objectId: accountId, after });
  return { committeeId, sessionId };
}
