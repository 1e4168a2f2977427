import { definePolicy, type Role } from '@hub/core';

const OFFICE: readonly Role[] = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'];

/** 工委办公室: those who supervise. */
const supervisors = { roles: ['OFFICE_CHECKER', 'OFFICE_REGISTRAR'], reach: 'COMMITTEE' } as const;

/** Whoever answers for a level that names a unit before leaders. */
const answerable = { roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER'], reach: 'COMMITTEE' } as const;

/**
 * Who sees what is due, and who urges, the same in every subgraph. The first level is a click of the office (DOMAIN 2.8);
 * the higher ones bring a unit before the deputy secretary, the secretary and into writing, so that they are released by
 * whoever checks for the office, or by a leader.
 */
export const deadlinePolicy = definePolicy({
  readAgenda: [
    { roles: OFFICE, reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' },
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
  ],
  readProposals: [supervisors, answerable],
  decideFirstLevel: [supervisors, answerable],
  decideHigherLevel: [answerable],
  answerReminder: [
    { roles: ['UNIT_LEADER', 'UNIT_CLERK', 'OFFICE_CLERK'], reach: 'OWN_UNIT' },
    // What a unit said on the telephone.
    supervisors,
  ],
});

/** What a person must be allowed to release or decline a level, or to urge by it. */
export const levelVerb = (level: number): 'decideFirstLevel' | 'decideHigherLevel' =>
  level <= 1 ? 'decideFirstLevel' : 'decideHigherLevel';
