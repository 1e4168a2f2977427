import { definePolicy } from '@hub/core';

const office = {
  roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'],
  reach: 'COMMITTEE',
} as const;
const KEEPERS = ['UNIT_LEADER', 'UNIT_CLERK'] as const;
/** Of the unit, and of the units whose organisations stand below the post's. */
const units = [
  { roles: KEEPERS, reach: 'OWN_UNIT' },
  { roles: KEEPERS, reach: 'SUBTREE' },
] as const;

/**
 * A unit keeps the register of its members, the office reads it. What is of level 4 is masked for both: to see it is a
 * right of its own, of the unit's leader and of the office's checker, and takes a purpose. Administrators and service
 * tokens read no members.
 */
export const memberPolicy = definePolicy({
  readMembers: [office, ...units],
  registerMember: units,
  correctMember: units,
  endMembership: units,
  transferMember: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }, ...units],
  findMember: [office, ...units],
  revealMember: [
    { roles: ['OFFICE_CHECKER'], reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER'], reach: 'OWN_UNIT' },
  ],
});

export type MemberVerb = keyof typeof memberPolicy.grants;
