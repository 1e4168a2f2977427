import { addDays, characterCount, type LocalDate, type PersonActor, ROLES, type Role } from '@hub/core';

import { delegationError } from './delegation.errors';
import { dutyOf } from './duty';

/** First and last day included. */
export const MAX_DELEGATION_DAYS = 90;

/** Posts of those who keep or inspect the hub are held by nobody else: 三员 separation would end with the first loan. */
const isDelegable = (role: Role): boolean => dutyOf(role) === 'BUSINESS';

export const DELEGABLE_ROLES: readonly Role[] = ROLES.filter(isDelegable);

export interface DelegationTerm {
  readonly fromOn: LocalDate;
  /** Last day. */
  readonly toOn: LocalDate;
}

/** Throws DELEGATION_CHAIN or DELEGATION_ROLE unless the acting post is one's own and may be lent. */
export function assertDelegable({ delegation, role }: Pick<PersonActor, 'delegation' | 'role'>): void {
  if (delegation !== null) throw delegationError('DELEGATION_CHAIN');
  if (!isDelegable(role)) throw delegationError('DELEGATION_ROLE');
}

export function assertDelegationTerm({ fromOn, toOn }: DelegationTerm, today: LocalDate): void {
  const latest = addDays(fromOn, MAX_DELEGATION_DAYS - 1);
  if (fromOn < today || toOn < fromOn || toOn > latest) {
    throw delegationError('DELEGATION_TERM', { limit: MAX_DELEGATION_DAYS });
  }
}

export function assertDelegationReason(reason: string): void {
  const count = characterCount(reason.trim());
  if (count < 2 || count > 200) throw delegationError('DELEGATION_REASON');
}

export const DELEGATION_STATES = ['PLANNED', 'ACTIVE', 'EXPIRED', 'ENDED'] as const;

export type DelegationState = (typeof DELEGATION_STATES)[number];

export function delegationState(
  { fromOn, toOn, endedAt }: DelegationTerm & { readonly endedAt: Date | null },
  today: LocalDate,
): DelegationState {
  if (endedAt !== null) return 'ENDED';
  if (today < fromOn) return 'PLANNED';
  return today > toOn ? 'EXPIRED' : 'ACTIVE';
}

/** Throws DELEGATION_OVER: what has run out or was ended cannot end again. */
export function assertEndable(delegation: DelegationTerm & { readonly endedAt: Date | null }, today: LocalDate): void {
  const state = delegationState(delegation, today);
  if (state === 'ENDED' || state === 'EXPIRED') throw delegationError('DELEGATION_OVER');
}
