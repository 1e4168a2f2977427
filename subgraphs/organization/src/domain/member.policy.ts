import { definePolicy } from '@hub/core';

const office = {
  roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'],
  reach: 'COMMITTEE',
} as const;
const unit = { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' } as const;

/**
 * A unit keeps the register of its members, the office reads it. What is of level 4 is masked for both: to see it is a
 * right of its own, of the unit's leader and of the office's checker, and takes a purpose. Administrators and service
 * tokens read no members.
 */
export const memberPolicy = definePolicy({
  readMembers: [office, unit],
  registerMember: [unit],
  correctMember: [unit],
  endMembership: [unit],
  transferMember: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }, unit],
  findMember: [office, unit],
  revealMember: [
    { roles: ['OFFICE_CHECKER'], reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER'], reach: 'OWN_UNIT' },
  ],
});

export type MemberVerb = keyof typeof memberPolicy.grants;
