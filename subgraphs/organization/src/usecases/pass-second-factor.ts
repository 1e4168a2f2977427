import type { Transaction } from '@hub/persistence';

import type { AccountEntity } from '../data/account.entity';
import { SecondFactorRepository } from '../data/second-factor.repository';
import type { OrganizationDeps } from '../deps';
import { isFreshStep, normalRecoveryCode } from '../domain/second-factor';
import { countFailure, type Refusal } from './prove-password';

export interface PassedFactor {
  readonly passed: 'CODE' | 'RECOVERY_CODE' | 'NONE';
}

/** Asks an account with a second factor for a code of it; `NONE` has none, and nothing was asked. */
export async function passSecondFactor(
  tx: Transaction,
  deps: OrganizationDeps,
  account: AccountEntity,
  code: string | null,
): Promise<PassedFactor | Refusal> {
  const { accountId } = account;
  const factors = new SecondFactorRepository(tx);
  const factor = await factors.find(accountId);
  if (!factor?.secret) return { passed: 'NONE' };
  if (code === null) return 'SECOND_FACTOR_REQUIRED';
  const recoveryCode = normalRecoveryCode(code);
  if (recoveryCode !== null) {
    const used = await factors.useRecoveryCode(accountId, recoveryDigest(tx, deps, recoveryCode));
    return used ? { passed: 'RECOVERY_CODE' } : countFailure(tx, account, 'SECOND_FACTOR_WRONG');
  }
  const secret = deps.fieldCipher.decrypt(factor.secret, factors.place(accountId, 'secret'));
  const step = deps.oneTimeCodes.stepOf(secret, code, tx.now);
  const used = step !== null && isFreshStep(step, factor.lastStep) && (await factors.useStep(accountId, step));
  return used ? { passed: 'CODE' } : countFailure(tx, account, 'SECOND_FACTOR_WRONG');
}

/** Keyed, so that who reads the table cannot even try codes. */
export function recoveryDigest(tx: Transaction, deps: OrganizationDeps, code: string): Buffer {
  const { committeeId } = tx;
  return deps.fieldCipher.searchHash(code, { column: 'organization.second_factor.recovery_codes', committeeId });
}
