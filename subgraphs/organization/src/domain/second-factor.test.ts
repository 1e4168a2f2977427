import { ROLES } from '@hub/core';

import { isFreshStep, needsSecondFactor, normalRecoveryCode, showRecoveryCode } from './second-factor';

test('administrators and treasurers need one, where it is required', () => {
  const needing = ['COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'UNIT_TREASURER'];
  expect(ROLES.filter((role) => needsSecondFactor(role, 'required'))).toEqual(needing);
  expect(ROLES.filter((role) => needsSecondFactor(role, 'optional'))).toEqual([]);
});

test.each([
  [7, null, true],
  [7, 6, true],
  [7, 7, false],
  [7, 8, false],
])('the step %p after %p is fresh: %p', (step, last, fresh) => {
  expect(isFreshStep(step, last)).toBe(fresh);
});

test.each([
  ['ABCD-EFGH-2345-6723', 'ABCDEFGH23456723'],
  [' abcd efgh 2345 6723 ', 'ABCDEFGH23456723'],
  ['ABCD-EFGH-2345-672', null],
  ['ABCD-EFGH-2345-6701', null],
  ['123456', null],
])('the recovery code %p is read as %p', (text, code) => {
  expect(normalRecoveryCode(text)).toBe(code);
});

test('a recovery code is shown so that it can be copied, and read as it was', () => {
  expect(showRecoveryCode('ABCDEFGH23456723')).toBe('ABCD-EFGH-2345-6723');
  expect(normalRecoveryCode(showRecoveryCode('ABCDEFGH23456723'))).toBe('ABCDEFGH23456723');
});
