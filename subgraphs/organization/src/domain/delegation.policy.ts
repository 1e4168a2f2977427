import { definePolicy } from '@hub/core';

import { DELEGABLE_ROLES } from './delegation';

const party = { roles: DELEGABLE_ROLES, reach: 'OWN' } as const;

/** A post is lent by its holder, and taken back or given back by either side; the administrator looks on. */
export const delegationPolicy = definePolicy({
  delegatePost: [party],
  endDelegation: [party],
  readDelegations: [party, { roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }],
});
