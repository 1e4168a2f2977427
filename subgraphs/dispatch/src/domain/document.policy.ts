import { definePolicy, type Role } from '@hub/core';

const DRAFTERS: readonly Role[] = ['OFFICE_CLERK', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR'];
const OFFICE: readonly Role[] = [...DRAFTERS, 'COMMITTEE_LEADER'];

const leader = [{ roles: ['COMMITTEE_LEADER'], reach: 'COMMITTEE' }] as const;
const checker = [{ roles: ['OFFICE_CHECKER'], reach: 'COMMITTEE' }] as const;
const registrar = [{ roles: ['OFFICE_REGISTRAR'], reach: 'COMMITTEE' }] as const;
const office = [{ roles: OFFICE, reach: 'COMMITTEE' }] as const;
const inspectors = [{ roles: ['INSPECTOR'], reach: 'SUBTREE' }] as const;
const units = [{ roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' }] as const;
const dashboards = [{ services: 'COMMITTEE' }] as const;
const ownDraft = [{ roles: DRAFTERS, reach: 'OWN' }] as const;

/**
 * Who may do what to a document, as far as the role goes. The steps of its series narrow this further: they name the
 * roles of each step and keep drafter, checker and signer apart. Units meet a document only through their receipt: for
 * them `read` reaches as far as their receipts do, while `list` is the library of the whole committee.
 */
export const documentPolicy = definePolicy({
  draft: [{ roles: DRAFTERS, reach: 'COMMITTEE' }],
  revise: ownDraft,
  submit: ownDraft,
  cancel: [...ownDraft, ...registrar],
  countersign: office,
  check: checker,
  approve: [...leader, ...checker],
  recheck: [...checker, ...registrar],
  assignNumber: [...registrar, { roles: ['OFFICE_CLERK'], reach: 'COMMITTEE' }],
  reserveNumber: registrar,
  seal: registrar,
  returnToDrafter: [...leader, ...checker, ...registrar],
  referToSigner: [...checker, ...registrar],
  requestOverride: [...ownDraft, ...checker, ...registrar],
  confirmOverride: [...leader, ...checker],
  editDistribution: [...ownDraft, ...checker, ...registrar],
  previewDistribution: office,
  issue: registrar,
  correct: registrar,
  revoke: leader,
  abolish: leader,
  archive: registrar,
  explainEconomy: [...leader, ...checker, ...registrar],
  attach: [...ownDraft, ...checker],
  list: [...office, ...inspectors, ...dashboards],
  read: [...office, ...inspectors, ...units, { services: 'SUBTREE' }],
  download: [...office, ...inspectors, ...units],
  readHandling: [...office, ...inspectors],
  checkProgress: [...office, ...inspectors],
  watchProgress: [...office, ...inspectors],
  readProgress: [...office, ...inspectors, ...dashboards],
});

export type DocumentVerb = keyof typeof documentPolicy.grants;
