import type { Actor, PersonActor, Role } from './actor';
import { definePolicy, type Reach } from './policy';

const policy = definePolicy({
  read: [
    { roles: ['OFFICE_CLERK'], reach: 'COMMITTEE' },
    { roles: ['UNIT_CLERK'], reach: 'OWN_UNIT' },
  ],
  revise: [{ roles: ['OFFICE_CLERK'], reach: 'OWN' }],
  sweep: [{ systems: ['deadline-sweep'] }],
  list: [{ services: 'SUBTREE' }],
  count: [{ services: 'COMMITTEE' }],
  inspect: [
    { roles: ['INSPECTOR'], reach: 'SUBTREE' },
    { roles: ['UNIT_CLERK'], reach: 'OWN' },
    { roles: ['UNIT_CLERK'], reach: 'OWN_UNIT' },
  ],
});

type Verb = keyof typeof policy.grants;

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

const inspector = (side: 'office' | 'unit'): PersonActor => ({ ...person('INSPECTOR'), side });

const sweeper: Actor = { side: 'system', committeeId: 'c1', name: 'deadline-sweep' };

describe('a policy', () => {
  const cases: [string, Actor, Verb, Parameters<typeof policy.may>[2], string | null][] = [
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
    [
      'lets a token of a subtree read what lies below its organisation',
      service('unit'),
      'list',
      { committeeId: 'c1', affiliationPath: ['root', 'o1'] },
      null,
    ],
    ['and nothing else', service('unit'), 'list', { committeeId: 'c1', affiliationPath: ['root'] }, 'OUTSIDE_SCOPE'],
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
    [
      'lets an inspector see what lies below the post',
      inspector('unit'),
      'inspect',
      { committeeId: 'c1', affiliationPath: ['root', 'o1', 'o2'] },
      null,
    ],
    [
      'and nothing beside it',
      inspector('unit'),
      'inspect',
      { committeeId: 'c1', affiliationPath: ['root', 'o3'] },
      'OUTSIDE_SCOPE',
    ],
    ['nor what is of the whole committee', inspector('unit'), 'inspect', { committeeId: 'c1' }, 'OUTSIDE_SCOPE'],
    ['while at the work committee everything lies below', inspector('office'), 'inspect', { committeeId: 'c1' }, null],
    ['keeps system actors in their committee', sweeper, 'sweep', { committeeId: 'c2' }, 'OUTSIDE_SCOPE'],
  ];

  it.each(cases)('%s', (_, actor, verb, target, reason) => {
    const act = () => policy.assertMay(actor, verb, target);
    if (reason === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ reason }));
    expect(policy.may(actor, verb, target)).toBe(reason === null);
  });

  const reaches: [string, Actor, Verb, Reach | null][] = [
    ['the widest of several', person('UNIT_CLERK'), 'inspect', 'OWN_UNIT'],
    ['a subtree of a unit', inspector('unit'), 'inspect', 'SUBTREE'],
    ['a subtree that is the committee', inspector('office'), 'inspect', 'COMMITTEE'],
    ['a token of a subtree', service('unit'), 'list', 'SUBTREE'],
    ['a token of the committee', service('office'), 'list', 'COMMITTEE'],
    ["nothing of the committee's for a token of a subtree", service('unit'), 'count', null],
    ['nothing without a grant', person('UNIT_LEADER'), 'read', null],
    ['the committee for a named system', sweeper, 'sweep', 'COMMITTEE'],
  ];

  it.each(reaches)('tells how far lists are read: %s', (_, actor, verb, reach) => {
    expect(policy.reachOf(actor, verb)).toBe(reach);
  });

  it('names who may at all, wherever the target is', () => {
    expect(policy.names(service('unit'), 'count')).toBe(true);
    expect(policy.names(person('UNIT_LEADER'), 'read')).toBe(false);
  });
});
