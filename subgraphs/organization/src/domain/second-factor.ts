import { isAdministrator, type Role } from '@hub/core';

/** Whether posts of power are held without a second factor: only a demo lets them be. */
export type SecondFactorRule = 'required' | 'optional';

/** Whoever keeps the hub, or the money, proves more than a password (GB/T 22239 8.1.4.1). */
export function needsSecondFactor(role: Role, rule: SecondFactorRule): boolean {
  return rule === 'required' && (isAdministrator(role) || role === 'UNIT_TREASURER');
}

/** A code is good once: not again, and not the one before it (RFC 6238 §5.2). */
export function isFreshStep(step: number, lastStep: number | null): boolean {
  return lastStep === null || step > lastStep;
}

export const RECOVERY_CODES = 10;

/** As it is compared: people copy codes from paper, in small letters, with or without the dashes. */
export function normalRecoveryCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{16}$/.test(code) ? code : null;
}

/** As it is shown: four groups of four. */
export function showRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
