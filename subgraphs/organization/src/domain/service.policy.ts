import { definePolicy } from '@hub/core';

const audit = [{ roles: ['AUDIT_ADMIN'], reach: 'COMMITTEE' }] as const;
const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;

/** What dashboards may read is decided by 系统管理员, new documents by two of them; what left the hub is the 审计管理员's to see. */
export const servicePolicy = definePolicy({
  issueServiceToken: admin,
  revokeServiceToken: admin,
  readServiceTokens: admin,
  registerDocument: admin,
  approveDocument: admin,
  rejectDocument: admin,
  retireDocument: admin,
  readDocuments: admin,
  readExports: audit,
});

export type ServiceVerb = keyof typeof servicePolicy.grants;
