import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

/**
 * Totals are work; what one member owes and paid is sensitive (DOMAIN 1.8, level 4) and stays with those who keep the dues
 * of the unit. The office needs no single charge, nor does an inspector or a dashboard.
 */
export const duesPolicy = definePolicy({
  readTotals: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK', 'UNIT_TREASURER'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { services: 'SUBTREE' },
  ],
  readCharges: [{ roles: ['UNIT_LEADER', 'UNIT_TREASURER'], reach: 'OWN_UNIT' }],
});
