import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

/** Who reads requests. What a unit has not submitted yet is its own affair, whatever the reach. */
export const requestPolicy = definePolicy({
  read: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { services: 'SUBTREE' },
  ],
});
