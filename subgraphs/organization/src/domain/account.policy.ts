import { definePolicy } from '@hub/core';

const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;

/** Accounts and posts are kept by the committee's administrator. */
export const accountPolicy = definePolicy({
  createAccount: admin,
  resetPassword: admin,
  disableAccount: admin,
  enableAccount: admin,
  assignPost: admin,
  endPost: admin,
  readAccounts: admin,
});

export type AccountVerb = keyof typeof accountPolicy.grants;
