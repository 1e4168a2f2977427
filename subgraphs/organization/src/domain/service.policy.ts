import { definePolicy } from '@hub/core';

const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;

/** What dashboards may read is decided by the committee's administrators; new documents by two of them. */
export const servicePolicy = definePolicy({
  issueServiceToken: admin,
  revokeServiceToken: admin,
  readServiceTokens: admin,
  registerDocument: admin,
  approveDocument: admin,
  rejectDocument: admin,
  retireDocument: admin,
  readDocuments: admin,
  readExports: admin,
});

export type ServiceVerb = keyof typeof servicePolicy.grants;
