import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];
/** Who judges what units hand in. */
const REVIEWERS: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR'];

/** The work committee's own branch is asked too: its office answers for it, as any unit's clerk does. */
const WRITERS: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'COMMITTEE_LEADER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];
const SIGNERS: readonly Role[] = ['UNIT_LEADER', 'COMMITTEE_LEADER'];

const writers = [{ roles: WRITERS, reach: 'OWN_UNIT' }] as const;
const reviewers = [{ roles: REVIEWERS, reach: 'COMMITTEE' }] as const;

/** Who may do what to a report. The unit's verbs reach its own only; what is not handed in is the unit's alone. */
export const reportPolicy = definePolicy({
  start: writers,
  save: writers,
  sendForReview: writers,
  sendBack: writers,
  sign: [{ roles: SIGNERS, reach: 'OWN_UNIT' }],
  submit: writers,
  returnReport: reviewers,
  accept: reviewers,
  exempt: reviewers,
  commend: reviewers,
  adopt: reviewers,
  publish: reviewers,
  download: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
  ],
  readPublished: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
  ],
  /** Over the whole committee: progress and sums of tasks. */
  readProgress: [{ roles: OFFICE, reach: 'COMMITTEE' }, { services: 'COMMITTEE' }],
  read: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { services: 'SUBTREE' },
  ],
});

export type ReportVerb = keyof typeof reportPolicy.grants;
