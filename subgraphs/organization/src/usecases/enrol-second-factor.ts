import { AccountRepository } from '../data/account.repository';
import { SecondFactorRepository } from '../data/second-factor.repository';
import { SessionRepository } from '../data/session.repository';
import { RECOVERY_CODES, showRecoveryCode } from '../domain/second-factor';
import type { OrganizationContext } from './context';
import { passSecondFactor, recoveryDigest } from './pass-second-factor';
import { countFailure, type PasswordProof, withPassword } from './prove-password';

export interface EnrolInput extends PasswordProof {
  /** Of the second factor that is there, when another takes its place. */
  readonly code?: string | null;
}

/**
 * Gives an account a new secret, which counts from its first code on. At the door and with the password, since an account
 * that needs a second factor gets no session without one.
 */
export function enrolSecondFactor(
  ctx: OrganizationContext,
  input: EnrolInput,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const { fieldCipher, oneTimeCodes } = ctx.deps;
  return withPassword(ctx, input, async (tx, account) => {
    const { accountId, loginName } = account;
    const present = await passSecondFactor(tx, ctx.deps, account, input.code?.trim() || null);
    if (typeof present === 'string') return present;
    const factors = new SecondFactorRepository(tx);
    const secret = oneTimeCodes.mintSecret();
    await factors.await(accountId, fieldCipher.encrypt(secret, factors.place(accountId, 'pending_secret')));
    tx.audit({ action: 'enrolSecondFactor', objectType: 'account', objectId: accountId });
    return { secret, uri: oneTimeCodes.uri(secret, loginName) };
  });
}

export interface ConfirmInput extends PasswordProof {
  /** The first code of the new secret. */
  readonly code: string;
}

/** Turns the second factor on; every session ends, so that each there is from now on was opened with it. */
export function confirmSecondFactor(
  ctx: OrganizationContext,
  input: ConfirmInput,
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { fieldCipher, oneTimeCodes } = ctx.deps;
  return withPassword(ctx, input, async (tx, account) => {
    const { accountId } = account;
    const factors = new SecondFactorRepository(tx);
    const factor = await factors.find(accountId);
    if (!factor?.pendingSecret) return 'SECOND_FACTOR_NOT_ENROLLED';
    const secret = fieldCipher.decrypt(factor.pendingSecret, factors.place(accountId, 'pending_secret'));
    const step = oneTimeCodes.stepOf(secret, input.code.trim(), tx.now);
    if (step === null) return countFailure(tx, account, 'SECOND_FACTOR_WRONG');
    const codes = Array.from({ length: RECOVERY_CODES }, () => oneTimeCodes.mintRecoveryCode());
    const digests = codes.map((code) => recoveryDigest(tx, ctx.deps, code));
    await factors.confirm(accountId, fieldCipher.encrypt(secret, factors.place(accountId, 'secret')), step, digests);
    await new AccountRepository(tx).update(accountId, { failedAttempts: 0, lockedUntil: null });
    await new SessionRepository(tx).revokeOf(accountId, 'SECOND_FACTOR_CHANGED');
    tx.audit({ action: 'confirmSecondFactor', objectType: 'account', objectId: accountId });
    return { recoveryCodes: codes.map(showRecoveryCode) };
  });
}
