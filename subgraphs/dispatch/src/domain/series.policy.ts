import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];
const inspectors = { roles: ['INSPECTOR'], reach: 'SUBTREE' } as const;

/** Number series are set up by the administrator, who sees no register, and kept by the registrar, who does. */
export const seriesPolicy = definePolicy({
  create: [{ roles: ['COMMITTEE_ADMIN', 'OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  adoptNumbers: [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  read: [{ roles: [...OFFICE, 'COMMITTEE_ADMIN'], reach: 'COMMITTEE' }, inspectors],
  readRegister: [{ roles: OFFICE, reach: 'COMMITTEE' }, inspectors],
});

export type SeriesVerb = keyof typeof seriesPolicy.grants;
