import { definePolicy } from '@hub/core';

const security = { roles: ['SECURITY_ADMIN'], reach: 'COMMITTEE' } as const;

/** Inspections are opened by the 安全管理员; the 审计管理员 and the committee's leaders see which there are. */
export const inspectionPolicy = definePolicy({
  openInspection: [security],
  closeInspection: [security],
  readInspections: [security, { roles: ['AUDIT_ADMIN', 'COMMITTEE_LEADER'], reach: 'COMMITTEE' }],
});
