import { definePolicy } from '@hub/core';

import { DELEGABLE_ROLES } from './delegation';

const deciders = [
  { roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER'], reach: 'COMMITTEE' },
  { roles: ['UNIT_LEADER'], reach: 'OWN_UNIT' },
] as const;

/** Many rows leave the hub when somebody who works with them asks and somebody who answers for them agrees. */
export const exportGrantPolicy = definePolicy({
  requestExport: [{ roles: DELEGABLE_ROLES, reach: 'OWN' }],
  decideExport: deciders,
  readExportGrants: [...deciders, { roles: DELEGABLE_ROLES, reach: 'OWN' }],
});
