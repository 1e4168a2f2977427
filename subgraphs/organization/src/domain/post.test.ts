import { assertLoginName, assertPassword } from './password';
import { assertRoleFits, endsAtOnce } from './post';
import { refusalOf } from './testing/refusal';

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

test.each([
  ['abcdefgh1', 'PASSWORD_WEAK'],
  ['abcdefghij', 'PASSWORD_WEAK'],
  ['1234567890', 'PASSWORD_WEAK'],
  ['abcdefghi1', null],
  ['工委办公室的密码是第7个', null],
])('the password %p gives %p', (password, reason) => {
  expect(refusalOf(() => assertPassword(password))).toBe(reason);
});

test.each([
  ['unit001-leader', null],
  ['ab', 'LOGIN_NAME_INVALID'],
  ['Zhang', 'LOGIN_NAME_INVALID'],
  ['张三丰', 'LOGIN_NAME_INVALID'],
])('the login name %p gives %p', (name, reason) => {
  expect(refusalOf(() => assertLoginName(name))).toBe(reason);
});
