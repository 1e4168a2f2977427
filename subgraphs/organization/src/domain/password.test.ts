import { refusalOf } from '@hub/testing';
import { COMMON_PASSWORDS } from './common-passwords';
import { assertLoginName, assertPassword } from './password';

test.each([
  ['abcdefgh1', 'PASSWORD_WEAK'],
  ['abcdefghij', 'PASSWORD_WEAK'],
  ['1234567890', 'PASSWORD_WEAK'],
  [`${'a'.repeat(256)}1`, 'PASSWORD_WEAK'],
  ['abcdefghi1', null],
  ['工委办公室的密码是第7个', null],
  ['unit001-2020', 'PASSWORD_IS_NAME'],
  ['My-UNIT001-key', 'PASSWORD_IS_NAME'],
  ['unit002-2020', null],
  ['Password123', 'PASSWORD_COMMON'],
  ['qwerty12345', 'PASSWORD_COMMON'],
  ['qwerty12346', null],
])('of unit001 the password %p gives %p', (password, reason) => {
  expect(refusalOf(() => assertPassword(password, 'unit001'))).toBe(reason);
});

test('every common password on the list is one that nothing else refuses', () => {
  const idle = [...COMMON_PASSWORDS].filter(
    (password) => refusalOf(() => assertPassword(password, 'unit001')) !== 'PASSWORD_COMMON',
  );
  expect(idle).toEqual([]);
});

test.each([
  ['unit001-leader', null],
  ['ab', 'LOGIN_NAME_INVALID'],
  ['Zhang', 'LOGIN_NAME_INVALID'],
  ['张三丰', 'LOGIN_NAME_INVALID'],
])('the login name %p gives %p', (name, reason) => {
  expect(refusalOf(() => assertLoginName(name))).toBe(reason);
});
