import type { LocalDate } from '@hub/core';

import { KIND_FACTS, type OrganizationKind } from './organization-kind';
import { structureError } from './structure.errors';

/** Numbers an organisation reports about itself, until its members live in the hub. */
export interface MemberCount {
  readonly formalMembers: number;
  readonly probationaryMembers: number;
  readonly reportedOn: LocalDate;
}

/** No basic organisation of a city comes near it: more is a slip of the keyboard. */
const COUNT_LIMIT = 100_000;

export function assertMemberCount(
  kind: OrganizationKind,
  count: MemberCount,
  previousOn: LocalDate | null,
  today: LocalDate,
): void {
  if (!KIND_FACTS[kind].mayHaveMembers) throw structureError('KIND_WITHOUT_MEMBERS', { kind: KIND_FACTS[kind].name });
  for (const number of [count.formalMembers, count.probationaryMembers]) {
    if (!Number.isInteger(number) || number < 0 || number > COUNT_LIMIT) {
      throw structureError('MEMBER_COUNT_INVALID', { limit: COUNT_LIMIT });
    }
  }
  if (count.reportedOn > today || (previousOn !== null && count.reportedOn < previousOn)) {
    throw structureError('MEMBER_COUNT_DATE');
  }
}
