import { ADMINISTRATORS } from './actor';
import { definePolicy } from './policy';

/**
 * Who reads the audit trail (操作留痕), the same in every subgraph. Those who answer for the work read what was done; a
 * unit's leader reads what was done under the posts of the unit. 三员 see that something was done, by whom and when, and
 * masked values in place of what it was about (GB/T 22239 8.1.4, DOMAIN 10).
 */
export const trailPolicy = definePolicy({
  readTrail: [
    { roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR'], reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER'], reach: 'OWN_UNIT' },
  ],
  readMaskedTrail: [{ roles: ADMINISTRATORS, reach: 'COMMITTEE' }],
});
