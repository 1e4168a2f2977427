import { type Administrator, isAdministrator, type Role } from '@hub/core';

import { accountError } from './account.errors';

/** What an account is for: the work, one of the 三员, or looking at the work of others. It has one, for good. */
export type Duty = 'BUSINESS' | 'INSPECTOR' | Administrator;

export function dutyOf(role: Role): Duty {
  return isAdministrator(role) || role === 'INSPECTOR' ? role : 'BUSINESS';
}

/** Who keeps the hub does not work in it, and who watches watches nothing of his own: not together, and not in turn. */
export function assertOneDuty(account: { readonly duty: Duty | null }, role: Role): void {
  if (account.duty !== null && account.duty !== dutyOf(role)) throw accountError('DUTY_MIXED');
}
