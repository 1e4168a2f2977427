import { ROLES } from '@hub/core';

import { memberPolicy } from './member.policy';

test('to see what is masked is given to two roles, each within its reach', () => {
  expect(memberPolicy.grants.revealMember).toEqual([
    { roles: ['OFFICE_CHECKER'], reach: 'COMMITTEE' },
    { roles: ['UNIT_LEADER'], reach: 'OWN_UNIT' },
  ]);
});

test('no verb on members is granted to administrators, inspectors or programs', () => {
  const granted = Object.values(memberPolicy.grants).flat();
  const roles = new Set(granted.flatMap((grant) => ('roles' in grant ? [...grant.roles] : [])));
  expect(granted.filter((grant) => !('roles' in grant))).toEqual([]);
  expect(ROLES.filter((role) => !roles.has(role))).toEqual([
    'COMMITTEE_ADMIN',
    'SECURITY_ADMIN',
    'AUDIT_ADMIN',
    'INSPECTOR',
    'UNIT_TREASURER',
  ]);
});
