import type { Actor, PersonActor, Role } from './actor';
import { definePolicy } from './policy';

const policy = definePolicy({
  read: [
    { roles: ['OFFICE_CLERK'], reach: 'COMMITTEE' },
    { roles: ['UNIT_CLERK'], reach: 'OWN_UNIT' },
  ],
  revise: [{ roles: ['OFFICE_CLERK'], reach: 'OWN' }],
  sweep: [{ systems: ['deadline-sweep'] }],
  list: [{ services: 'SUBTREE' }],
  count: [{ services: 'COMMITTEE' }],
});

function service(side: 'office' | 'unit', name = 'dashboard'): Actor {
  const organizationId = side === 'unit' ? 'o1' : null;
  return { side, committeeId: 'c1', serviceTokenId: 't1', name, organizationId, documents: ['Rows'] };
}

function person(role: Role): PersonActor {
  return {
    side: role.startsWith('UNIT') ? 'unit' : 'office',
    committeeId: 'c1',
    accountId: 'a1',
    sessionId: 's1',
    postId: 'p1',
    role,
    organizationId: 'o1',
    unitId: 'u1',
    sectionId: null,
    displayName: '张三',
    postTitle: '干事',
    delegation: null,
  };
}

const sweeper: Actor = { side: 'system', committeeId: 'c1', name: 'deadline-sweep' };

describe('a policy', () => {
  const cases: [
    string,
    Actor,
    'read' | 'revise' | 'sweep' | 'list' | 'count',
    Parameters<typeof policy.may>[2],
    string | null,
  ][] = [
    ['lets a role act on its committee', person('OFFICE_CLERK'), 'read', { committeeId: 'c1' }, null],
    ['keeps committees apart', person('OFFICE_CLERK'), 'read', { committeeId: 'c2' }, 'OUTSIDE_SCOPE'],
    ['lets a unit act on its own', person('UNIT_CLERK'), 'read', { committeeId: 'c1', unitId: 'u1' }, null],
    ['keeps units apart', person('UNIT_CLERK'), 'read', { committeeId: 'c1', unitId: 'u2' }, 'OUTSIDE_SCOPE'],
    [
      'refuses a unit grant on an object without a unit',
      person('UNIT_CLERK'),
      'read',
      { committeeId: 'c1' },
      'OUTSIDE_SCOPE',
    ],
    ['refuses a role that is not named', person('UNIT_LEADER'), 'read', { committeeId: 'c1' }, 'ROLE_NOT_ALLOWED'],
    ['lets the owner act', person('OFFICE_CLERK'), 'revise', { committeeId: 'c1', ownerAccountId: 'a1' }, null],
    [
      'refuses another owner',
      person('OFFICE_CLERK'),
      'revise',
      { committeeId: 'c1', ownerAccountId: 'a2' },
      'OUTSIDE_SCOPE',
    ],
    [
      'gives a service token nothing that is given to roles',
      service('office'),
      'read',
      { committeeId: 'c1' },
      'ROLE_NOT_ALLOWED',
    ],
    ['lets a token of a subtree read what is for all', service('unit'), 'list', { committeeId: 'c1' }, null],
    ['lets a token of the committee read what is for all', service('office'), 'list', { committeeId: 'c1' }, null],
    ['keeps tokens in their committee', service('office'), 'list', { committeeId: 'c2' }, 'OUTSIDE_SCOPE'],
    [
      'keeps a subtree from what is of the whole committee',
      service('unit'),
      'count',
      { committeeId: 'c1' },
      'OUTSIDE_SCOPE',
    ],
    ['lets a token of the committee read it', service('office'), 'count', { committeeId: 'c1' }, null],
    [
      'refuses a person where tokens are named',
      person('OFFICE_CLERK'),
      'list',
      { committeeId: 'c1' },
      'ROLE_NOT_ALLOWED',
    ],
    [
      'takes no token for the system of its name',
      service('office', 'deadline-sweep'),
      'sweep',
      { committeeId: 'c1' },
      'ROLE_NOT_ALLOWED',
    ],
    ['lets a named system actor act', sweeper, 'sweep', { committeeId: 'c1' }, null],
    ['refuses a system actor where people are named', sweeper, 'read', { committeeId: 'c1' }, 'ROLE_NOT_ALLOWED'],
    [
      'refuses a person where a system is named',
      person('OFFICE_CLERK'),
      'sweep',
      { committeeId: 'c1' },
      'ROLE_NOT_ALLOWED',
    ],
    [
      'refuses a system actor of another name',
      { ...sweeper, name: 'relay' },
      'sweep',
      { committeeId: 'c1' },
      'ROLE_NOT_ALLOWED',
    ],
    ['keeps system actors in their committee', sweeper, 'sweep', { committeeId: 'c2' }, 'OUTSIDE_SCOPE'],
  ];

  it.each(cases)('%s', (_, actor, verb, target, reason) => {
    const act = () => policy.assertMay(actor, verb, target);
    if (reason === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ reason }));
    expect(policy.may(actor, verb, target)).toBe(reason === null);
  });
});
