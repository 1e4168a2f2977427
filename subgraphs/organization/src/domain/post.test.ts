import { refusalOf } from '@hub/testing';
import { assertRoleFits, endsAtOnce } from './post';

test.each([
  ['UNIT_CLERK', 'BRANCH', null],
  ['UNIT_LEADER', 'PARTY_GROUP', null],
  ['UNIT_CLERK', 'WORK_COMMITTEE', 'POST_ROLE_MISPLACED'],
  ['COMMITTEE_ADMIN', 'WORK_COMMITTEE', null],
  ['OFFICE_CLERK', 'ORGAN_COMMITTEE', 'POST_ROLE_MISPLACED'],
  ['AUDIT_ADMIN', 'ORGAN_COMMITTEE', 'POST_ROLE_MISPLACED'],
  ['UNIT_TREASURER', 'WORK_COMMITTEE', 'POST_ROLE_MISPLACED'],
  ['INSPECTOR', 'WORK_COMMITTEE', null],
  ['INSPECTOR', 'ORGAN_COMMITTEE', null],
] as const)('a post of %s in a %s gives %p', (role, kind, reason) => {
  expect(refusalOf(() => assertRoleFits(role, kind))).toBe(reason);
});

test('a last day that has come ends the post at once', () => {
  expect(endsAtOnce({ heldFrom: '2020-01-01' }, '2020-10-15', '2020-10-15')).toBe(true);
  expect(endsAtOnce({ heldFrom: '2020-01-01' }, '2020-10-16', '2020-10-15')).toBe(false);
  expect(refusalOf(() => endsAtOnce({ heldFrom: '2020-01-01' }, '2019-12-31', '2020-10-15'))).toBe('POST_END_DATE');
});
