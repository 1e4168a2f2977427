import { type Actor, definePolicy, type PersonActor, type Role } from '@hub/core';
import { buildSchema, type ExecutionResult, execute, parse } from 'graphql';

import type { HubContext } from '../hub-context';
import { type Decisions, decidedBy } from './decisions';
import { enforceDecisions, hideEntity } from './enforce-decisions';
import { resolveDecisions } from './resolve-decisions';

const SDL = `
  directive @inaccessible on FIELD_DEFINITION
  type Query { paper: Paper papers: [Paper!] me: String hello: String session: String @inaccessible }
  type Mutation { issue: Paper }
  type Paper { title: String text: String digest: String! }`;

const policy = definePolicy({
  read: [{ roles: ['OFFICE_CLERK', 'UNIT_CLERK'], reach: 'COMMITTEE' }, { services: 'COMMITTEE' }],
  readText: [{ roles: ['OFFICE_CLERK'], reach: 'COMMITTEE' }],
  issue: [{ roles: ['OFFICE_CLERK'], reach: 'COMMITTEE' }],
});

const DECISIONS: Decisions = {
  public: ['Query.hello'],
  internal: ['Query.session'],
  signedIn: ['Query.me'],
  policies: {
    paper: decidedBy(policy, {
      read: ['Query.paper', 'Query.papers', 'Paper'],
      readText: ['Paper.text', 'Paper.digest'],
      issue: ['Mutation.issue'],
    }),
  },
};

const tableOf = (decisions: Decisions) => resolveDecisions(buildSchema(SDL), decisions);

describe('the decisions of a graph', () => {
  const reading = { read: ['Query.paper', 'Query.papers', 'Paper'], readText: [], issue: ['Mutation.issue'] };

  it.each([
    ['a root field', { ...reading, issue: [] }, 'Mutation.issue has no decision'],
    ['a type', { ...reading, read: ['Query.paper', 'Query.papers'] }, 'Paper has no decision'],
    ['nothing that exists', { ...reading, readText: ['Paper.notes'] }, 'no Paper.notes'],
    ['what is open already', { ...reading, readText: ['Query.me'] }, 'Query.me is decided in two ways'],
  ])('leave out %s, or name it wrongly, and nothing is built', (_, decides, fault) => {
    const policies = { paper: decidedBy(policy, decides) };
    expect(() => tableOf({ ...DECISIONS, policies })).toThrow(fault);
  });

  it('take nothing for internal that clients can ask', () => {
    expect(() => tableOf({ ...DECISIONS, public: [], internal: ['Query.session', 'Query.hello'] })).toThrow(
      "Query.hello is internal and stands in the clients' graph",
    );
  });

  it('let any of several verbs open a field', () => {
    const policies = { paper: decidedBy(policy, { ...reading, readText: ['Mutation.issue'] }) };
    expect(tableOf({ ...DECISIONS, policies }).get('Mutation.issue')).toMatchObject({
      verbs: [{ verb: 'readText' }, { verb: 'issue' }],
    });
  });
});

const person = (role: Role): PersonActor => ({
  side: 'office',
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
});

const program: Actor = {
  side: 'office',
  committeeId: 'c1',
  serviceTokenId: 't1',
  name: '看板',
  organizationId: null,
  documents: [],
};

const ROWS = { title: '通知', text: '各单位：', digest: 'd' };
const ROOT = { paper: ROWS, papers: [ROWS], issue: ROWS, me: 'me', hello: 'hello', session: 'session' };

async function ask(actor: Actor | null, query: string): Promise<unknown> {
  const schema = buildSchema(SDL);
  enforceDecisions(schema, resolveDecisions(schema, DECISIONS));
  const contextValue = { actor } as unknown as HubContext;
  const { data, errors }: ExecutionResult = await execute({
    schema,
    document: parse(query),
    rootValue: ROOT,
    contextValue,
  });
  return errors?.map(({ originalError }) => (originalError as unknown as { reason: string }).reason) ?? data;
}

describe('a field is open', () => {
  it.each([
    ['public', null, '{ hello }', { hello: 'hello' }],
    ['for the gateway', null, '{ session }', { session: 'session' }],
    ['to who has signed in', person('SECURITY_ADMIN'), '{ me }', { me: 'me' }],
    ['to nobody else', null, '{ me }', ['SIGN_IN_REQUIRED']],
    ['to a named role', person('UNIT_CLERK'), '{ paper { title } }', { paper: { title: '通知' } }],
    ['to no other role', person('COMMITTEE_ADMIN'), '{ paper { title } }', ['ROLE_NOT_ALLOWED']],
    ['to a program that is named', program, '{ papers { title } }', { papers: [{ title: '通知' }] }],
    ['to no program elsewhere', program, 'mutation { issue { title } }', ['PERSON_REQUIRED']],
    ['to nobody who is unknown', null, 'mutation { issue { title } }', ['SIGN_IN_REQUIRED']],
  ] as const)('%s', async (_, actor, query, expected) => {
    expect(await ask(actor, query)).toEqual(expected);
  });

  it('that has a decision of its own, and hidden or refused otherwise', async () => {
    expect(await ask(person('OFFICE_CLERK'), '{ paper { text digest } }')).toEqual({
      paper: { text: '各单位：', digest: 'd' },
    });
    expect(await ask(person('UNIT_CLERK'), '{ paper { title text } }')).toEqual({
      paper: { title: '通知', text: null },
    });
    expect(await ask(person('UNIT_CLERK'), '{ paper { digest } }')).toEqual(['ROLE_NOT_ALLOWED']);
  });
});

describe('an entity by its key', () => {
  const find = hideEntity(async () => ROWS, tableOf(DECISIONS).get('Paper'));
  const as = (actor: Actor | null) => find({}, { actor } as unknown as HubContext);

  it('is there for roles that read its type, absent for others, and refused to nobody', async () => {
    expect(await as(person('UNIT_CLERK'))).toBe(ROWS);
    expect(await as(person('AUDIT_ADMIN'))).toBeNull();
    await expect(as(null)).rejects.toMatchObject({ reason: 'SIGN_IN_REQUIRED' });
  });
});
