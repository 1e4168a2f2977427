import { ROLES, type Role } from '@hub/core';
import { actorWith } from '@hub/testing';

import { type ReceiptVerb, receiptPolicy } from './receipt.policy';

function rolesThatMay(verb: ReceiptVerb, unitId: string): Role[] {
  return ROLES.filter((role) => receiptPolicy.may(actorWith(role), verb, { committeeId: 'c1', unitId }));
}

const UNIT_VERBS: readonly ReceiptVerb[] = [
  'open',
  'acknowledge',
  'register',
  'assign',
  'circulate',
  'returnReceipt',
  'submitFeedback',
  'requestExtension',
];

describe('who may do what to a receipt', () => {
  it.each(UNIT_VERBS)('%s is for the own unit only', (verb) => {
    expect(rolesThatMay(verb, 'own')).toEqual(['OFFICE_REGISTRAR', 'OFFICE_CLERK', 'UNIT_LEADER', 'UNIT_CLERK']);
    expect(rolesThatMay(verb, 'other')).toEqual([]);
  });

  it.each([
    ['answerReturn', ['OFFICE_CHECKER', 'OFFICE_REGISTRAR']],
    ['acceptFeedback', ['OFFICE_CHECKER', 'OFFICE_REGISTRAR']],
    ['recall', ['OFFICE_REGISTRAR']],
    ['reissue', ['OFFICE_REGISTRAR']],
    ['read', ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK', 'INSPECTOR']],
    ['readInbox', []],
  ] as const)('%s a receipt of any unit: %j', (verb, roles) => {
    expect(rolesThatMay(verb, 'other')).toEqual(roles);
  });

  it('shows a receipt to its own unit', () => {
    expect(rolesThatMay('read', 'own')).toEqual(expect.arrayContaining(['UNIT_LEADER', 'UNIT_CLERK']));
  });
});
