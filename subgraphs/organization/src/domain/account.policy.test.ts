import { type PersonActor, ROLES, type Role } from '@hub/core';

import { accountPolicy, postVerbs } from './account.policy';

const committeeId = '0192a000-0000-7000-8000-000000000001';
const actorOf = (role: Role) => ({ side: 'office', committeeId, accountId: committeeId, role }) as PersonActor;

test('posts are given and ended by one administrator each, and never by their own kind', () => {
  const keepers = ROLES.map((role) => {
    const { assign, end } = postVerbs(role);
    const may = (verb: typeof assign) =>
      ROLES.filter((keeper) => accountPolicy.may(actorOf(keeper), verb, { committeeId }));
    expect(may(end)).toEqual(may(assign));
    return [role, ...may(assign)];
  });
  expect(keepers).toEqual([
    ['COMMITTEE_LEADER', 'COMMITTEE_ADMIN'],
    ['OFFICE_CHECKER', 'COMMITTEE_ADMIN'],
    ['OFFICE_REGISTRAR', 'COMMITTEE_ADMIN'],
    ['OFFICE_CLERK', 'COMMITTEE_ADMIN'],
    ['COMMITTEE_ADMIN', 'SECURITY_ADMIN'],
    ['SECURITY_ADMIN', 'COMMITTEE_ADMIN'],
    ['AUDIT_ADMIN', 'SECURITY_ADMIN'],
    ['INSPECTOR', 'SECURITY_ADMIN'],
    ['UNIT_LEADER', 'COMMITTEE_ADMIN'],
    ['UNIT_CLERK', 'COMMITTEE_ADMIN'],
    ['UNIT_TREASURER', 'COMMITTEE_ADMIN'],
  ]);
});
