import type { LocalDate, Role } from '@hub/core';

import { accountError } from './account.errors';
import { KIND_FACTS, type OrganizationKind } from './organization-kind';

export const UNIT_ROLES: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'UNIT_TREASURER'];

/**
 * Roles of the office belong to the work committee, roles of a unit to every other organisation: the side follows. An
 * inspection looks at the organisation in which its post is, wherever that is.
 */
export function assertRoleFits(role: Role, kind: OrganizationKind): void {
  if (role === 'INSPECTOR') return;
  const isUnitRole = UNIT_ROLES.includes(role);
  if (isUnitRole === (kind === 'WORK_COMMITTEE')) {
    throw accountError('POST_ROLE_MISPLACED', { kind: KIND_FACTS[kind].name });
  }
}

/** Whether somebody acts under the post on that day. */
export function isHeld(
  {
    heldFrom,
    heldTo,
    endedAt,
  }: { readonly heldFrom: LocalDate; readonly heldTo: LocalDate | null; readonly endedAt: Date | null },
  today: LocalDate,
): boolean {
  return endedAt === null && heldFrom <= today && (heldTo === null || heldTo >= today);
}

/** A last day that has come ends the post at once; a later one lets it run out by itself. */
export function endsAtOnce(post: { readonly heldFrom: LocalDate }, lastDay: LocalDate, today: LocalDate): boolean {
  if (lastDay < post.heldFrom) throw accountError('POST_END_DATE', { heldFrom: post.heldFrom });
  return lastDay <= today;
}

export function assertTitle(title: string): void {
  if (title.trim() === '' || title.length > 50) throw accountError('POST_TITLE_INVALID');
}
