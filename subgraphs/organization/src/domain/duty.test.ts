import { ROLES } from '@hub/core';
import { refusalOf } from '@hub/testing';

import { assertOneDuty, dutyOf } from './duty';

const BUSINESS = [
  'COMMITTEE_LEADER',
  'OFFICE_CHECKER',
  'OFFICE_REGISTRAR',
  'OFFICE_CLERK',
  'UNIT_LEADER',
  'UNIT_CLERK',
  'UNIT_TREASURER',
];

test('the work is one duty, each of the others its own', () => {
  expect(ROLES.map((role) => [role, dutyOf(role)])).toEqual(
    ROLES.map((role) => [role, BUSINESS.includes(role) ? 'BUSINESS' : role]),
  );
});

test('an account without posts may take any duty, and then no other', () => {
  for (const role of ROLES) {
    expect(refusalOf(() => assertOneDuty({ duty: null }, role))).toBeNull();
    for (const other of ROLES) {
      const mixed = dutyOf(role) !== dutyOf(other);
      expect([role, other, refusalOf(() => assertOneDuty({ duty: dutyOf(role) }, other))]).toEqual([
        role,
        other,
        mixed ? 'DUTY_MIXED' : null,
      ]);
    }
  }
});
