import { definePolicy, type Role } from '@hub/core';

const system = { roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' } as const;
const security = { roles: ['SECURITY_ADMIN'], reach: 'COMMITTEE' } as const;
const audit = { roles: ['AUDIT_ADMIN'], reach: 'COMMITTEE' } as const;

/**
 * Accounts and posts, parted among the 三员 (GB/T 22239 8.1.4): the 系统管理员 keeps accounts and the posts of the work, the
 * 安全管理员 the posts of administrators and inspectors; his own post is given by the 系统管理员. Neither makes his watcher
 * or himself. One resets passwords and the other second factors, so that neither can sign in as somebody else.
 */
export const accountPolicy = definePolicy({
  createAccount: [system],
  resetPassword: [system],
  disableAccount: [system, security],
  enableAccount: [security],
  unlockAccount: [security],
  resetSecondFactor: [security],
  readSessions: [security],
  revokeSessions: [security],
  assignPost: [system],
  endPost: [system],
  assignWatcherPost: [security],
  endWatcherPost: [security],
  readAccounts: [system, security, audit],
  /** Of everybody; the own log is everybody's (GB/T 22239 8.1.4.3). */
  readSignIns: [audit],
});

export type AccountVerb = keyof typeof accountPolicy.grants;

const WATCHERS: readonly Role[] = ['COMMITTEE_ADMIN', 'AUDIT_ADMIN', 'INSPECTOR'];

/** Whose business a post of that role is. */
export function postVerbs(role: Role): { readonly assign: AccountVerb; readonly end: AccountVerb } {
  return WATCHERS.includes(role)
    ? { assign: 'assignWatcherPost', end: 'endWatcherPost' }
    : { assign: 'assignPost', end: 'endPost' };
}
