import { definePolicy } from '@hub/core';

/** Number series are set up by the administrator and kept by the registrar. */
export const seriesPolicy = definePolicy({
  create: [{ roles: ['COMMITTEE_ADMIN', 'OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  read: [
    {
      roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK', 'COMMITTEE_ADMIN'],
      reach: 'COMMITTEE',
    },
  ],
});
