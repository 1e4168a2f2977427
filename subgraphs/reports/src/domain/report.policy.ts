import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

/** What the committee asked of its units, and what they sent. A unit sees what it owes itself. */
export const reportPolicy = definePolicy({
  read: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { services: 'SUBTREE' },
  ],
});
