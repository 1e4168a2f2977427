import { ROLES, type Role } from '@hub/core';
import { actorWith } from '@hub/testing';

import { type ReportVerb, reportPolicy } from './report.policy';

function rolesThatMay(verb: ReportVerb, unitId: string): Role[] {
  return ROLES.filter((role) => reportPolicy.may(actorWith(role), verb, { committeeId: 'c1', unitId }));
}

const WRITERS = ['COMMITTEE_LEADER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK', 'UNIT_LEADER', 'UNIT_CLERK'];
const REVIEWERS = ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR'];

describe('who may do what to a report', () => {
  it.each(['start', 'save', 'sendForReview', 'sendBack', 'submit'] as const)('%s is for the own unit only', (verb) => {
    expect(rolesThatMay(verb, 'own')).toEqual(WRITERS);
    expect(rolesThatMay(verb, 'other')).toEqual([]);
  });

  it('is signed by a leader of the own unit', () => {
    expect(rolesThatMay('sign', 'own')).toEqual(['COMMITTEE_LEADER', 'UNIT_LEADER']);
    expect(rolesThatMay('sign', 'other')).toEqual([]);
  });

  it.each(['returnReport', 'accept', 'commend', 'adopt', 'publish'] as const)('%s is the office’s', (verb) => {
    expect(rolesThatMay(verb, 'other')).toEqual(REVIEWERS);
    expect(rolesThatMay(verb, 'own')).toEqual(REVIEWERS);
  });

  it.each(['read', 'download'] as const)('%s is for the office, its own unit and whoever inspects it', (verb) => {
    expect(rolesThatMay(verb, 'other')).toEqual([...REVIEWERS, 'OFFICE_CLERK', 'INSPECTOR']);
    expect(rolesThatMay(verb, 'own')).toEqual([...REVIEWERS, 'OFFICE_CLERK', 'INSPECTOR', 'UNIT_LEADER', 'UNIT_CLERK']);
  });
});
