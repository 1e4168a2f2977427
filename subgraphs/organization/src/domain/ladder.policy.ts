import { definePolicy } from '@hub/core';

const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;

/** Those who answer for urging. An exemption lets a body off, which is a matter of the work and none of the system's. */
const deciders = [{ roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER'], reach: 'COMMITTEE' }] as const;

/** Ladders are kept by 系统管理员, as days and hours are; whom they spare is decided by the office, with a reason. */
export const ladderPolicy = definePolicy({
  setLadder: admin,
  removeLadder: admin,
  setQuietHours: admin,
  exemptFromUrging: deciders,
  endExemption: deciders,
  readExemptions: [...admin, ...deciders, { roles: ['OFFICE_REGISTRAR', 'OFFICE_CLERK'], reach: 'COMMITTEE' }],
});

export type LadderVerb = keyof typeof ladderPolicy.grants;
