import { buildSchema, type GraphQLField, type GraphQLInterfaceType } from 'graphql';

import { CLERK } from '../../../testing/harness';
import { createGraph, type TestGraph } from '../../execution/testing/graph';
import { requirementsOf } from './field-requirements';

const SDL = `
  type Query {
    open: Item
    closed: Item @authenticated
    mustClosed: Item! @authenticated
    items: [Item!]
    office: String @requiresScopes(scopes: [["office"], ["unit", "UNIT_LEADER"]])
    clerks: String @requiresScopes(scopes: [["OFFICE_CLERK"], ["unit", "UNIT_CLERK"]])
    ruled: String @policy(policies: [["four-eyes"]])
    secret: Secret
    shape: Shape
    any: Any
  }
  type Item { id: ID! name: String inner: String @authenticated mustInner: String! @authenticated sub: Item }
  type Secret @authenticated { id: ID! }
  interface Shape { id: ID! area: Int }
  type Square implements Shape { id: ID! area: Int @authenticated }
  type Circle implements Shape @key(fields: "id") { id: ID! area: Int }
  union Any = Item | Secret
  type Subscription { changed: String @authenticated }
  type Mutation { login(name: String): String act: String! @authenticated after: String }
`;

const item = { id: '1', name: '甲', inner: '内', mustInner: '必', sub: { id: '2', name: '乙', mustInner: '必' } };
const acted: string[] = [];
const resolvers = {
  Query: {
    open: () => item,
    closed: () => item,
    mustClosed: () => item,
    items: () => [item, item],
    office: () => 'office',
    clerks: () => 'clerks',
    ruled: () => 'ruled',
    secret: () => ({ id: 's' }),
    shape: () => ({ __typename: 'Square', id: 'q', area: 4 }),
    any: () => ({ __typename: 'Secret', id: 's' }),
  },
  Circle: { __resolveReference: () => ({ id: 'c', perimeter: 6 }) },
  Mutation: {
    login: () => 'in',
    act: () => void acted.push('act'),
    after: () => void acted.push('after'),
  },
};

const graphFor = (actor: typeof CLERK | null): TestGraph => createGraph({ one: { sdl: SDL, resolvers } }, { actor });
const visitor = graphFor(null);
const clerk = graphFor(CLERK);

const refusal = (path: (string | number)[], reason = 'SIGN_IN_REQUIRED') => [
  path.join('.'),
  reason === 'SIGN_IN_REQUIRED' ? 'UNAUTHENTICATED' : 'FORBIDDEN',
  reason,
];
const refusalsOf = (errors: Awaited<ReturnType<TestGraph['ask']>>['errors']) =>
  (errors ?? []).map(({ path, extensions }) => [path?.join('.'), extensions.code, extensions.reason]);

test.each([
  ['a field', '{ open { id } closed { id } }', { open: { id: '1' }, closed: null }, [['closed']]],
  ['a field within', '{ open { id inner } }', { open: { id: '1', inner: null } }, [['open', 'inner']]],
  ['under its alias', '{ open { mine: inner } }', { open: { mine: null } }, [['open', 'mine']]],
  ['a field that must not be null', '{ open { id mustInner } }', { open: null }, [['open', 'mustInner']]],
  ['deeper', '{ open { id sub { id mustInner } } }', { open: { id: '1', sub: null } }, [['open', 'sub', 'mustInner']]],
  [
    'in items',
    '{ items { id inner } }',
    {
      items: [
        { id: '1', inner: null },
        { id: '1', inner: null },
      ],
    },
    [
      ['items', 0, 'inner'],
      ['items', 1, 'inner'],
    ],
  ],
  [
    'a field of a type that is closed',
    '{ secret { id } open { id } }',
    { secret: null, open: { id: '1' } },
    [['secret']],
  ],
  [
    'through a fragment',
    'query { open { ...F } } fragment F on Item { id inner }',
    { open: { id: '1', inner: null } },
    [['open', 'inner']],
  ],
  ['through an interface', '{ shape { id area } }', { shape: { id: 'q', area: null } }, [['shape', 'area']]],
  [
    'on an object of an interface',
    '{ shape { id ... on Square { area } } }',
    { shape: { id: 'q', area: null } },
    [['shape', 'area']],
  ],
  ['on a member of a union', '{ any { __typename ... on Secret { id } } }', { any: null }, [['any', 'id']]],
])('nobody is told %s, and it is not asked for', async (_, query, data, paths) => {
  const before = visitor.calls.length;
  const answer = await visitor.ask(query);
  expect(answer.data).toEqual(data);
  expect(refusalsOf(answer.errors)).toEqual(paths.map((path) => refusal(path)));
  const asked = visitor.calls
    .slice(before)
    .map(({ query: text }) => text)
    .join();
  expect(asked).not.toMatch(/\b(closed|inner|mustInner|secret|area)\b/);
});

test('where nothing may be read, no subgraph is called', async () => {
  const before = visitor.calls.length;
  expect((await visitor.ask('{ closed { id } }')).data).toEqual({ closed: null });
  expect((await visitor.ask('{ mustClosed { id } }')).data).toBeNull();
  expect(visitor.calls.length).toBe(before);
});

test('who signed in is told', async () => {
  const { data, errors } = await clerk.ask(
    '{ open { inner mustInner } closed { id } secret { id } shape { area } any { ... on Secret { id } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    open: { inner: '内', mustInner: '必' },
    closed: { id: '1' },
    secret: { id: 's' },
    shape: { area: 4 },
    any: { id: 's' },
  });
});

test('scopes are those of side and role; a policy that nobody has decided is closed', async () => {
  const { data, errors } = await clerk.ask('{ office clerks ruled }');
  expect(data).toEqual({ office: null, clerks: 'clerks', ruled: null });
  expect(refusalsOf(errors)).toEqual([refusal(['office'], 'SCOPE_REQUIRED'), refusal(['ruled'], 'SCOPE_REQUIRED')]);
  expect(refusalsOf((await visitor.ask('{ clerks }')).errors)).toEqual([refusal(['clerks'])]);
});

test('a mutation that may not be done is not done, nor what comes after its null', async () => {
  const { data, errors } = await visitor.ask('mutation { login act after }');
  expect(data).toBeNull();
  expect(refusalsOf(errors)).toEqual([refusal(['act'])]);
  expect(acted).toEqual([]);
});

test('one document serves both, whoever asked first', async () => {
  const query = '{ closed { name } }';
  const both = createGraph({ one: { sdl: SDL, resolvers } });
  const ask = (actor: typeof CLERK | null) =>
    both.executor
      .execute({ query }, { ...CONTEXT, actor }, { allowMutations: true })
      .then(({ body }) => JSON.parse(String(body)).data);
  expect(await ask(CLERK)).toEqual({ closed: { name: '甲' } });
  expect(await ask(null)).toEqual({ closed: null });
  expect(await ask(CLERK)).toEqual({ closed: { name: '甲' } });
});

const CONTEXT = { requestId: 'r', idempotencyKey: null, signal: new AbortController().signal };

test('nobody is subscribed to what he may not see', async () => {
  const outcome = await visitor.executor.stream(
    { query: 'subscription { changed }' },
    { ...CONTEXT, actor: null },
    { allowMutations: false, renew: () => Promise.reject(new Error('not subscribed')) },
  );
  expect(outcome).toMatchObject({ requestError: false, hasErrors: true });
  expect(String((outcome as { body: unknown }).body)).toContain('SIGN_IN_REQUIRED');
});

test('an interface asks what any type behind it asks, also where composition did not say so', () => {
  const schema = buildSchema(
    'type Query { any: Shape } interface Shape { area: Int } type Square implements Shape { area: Int }',
  );
  const field = (schema.getType('Shape') as GraphQLInterfaceType).getFields().area as GraphQLField<unknown, unknown>;
  const asked = (coordinate: string) =>
    requirementsOf(
      schema,
      new Map([[coordinate, [{ kind: 'authenticated' }]]]),
      schema.getType('Shape') as GraphQLInterfaceType,
      field,
    );
  expect(['Square.area', 'Square', 'Shape', 'Shape.area', 'Int', 'Query.any'].map((at) => asked(at).length)).toEqual([
    1, 1, 1, 1, 1, 0,
  ]);
});

test('open mutations are counted, in fragments and under aliases', async () => {
  const seen: number[] = [];
  const count = async (query: string) => {
    const admit = ({ openMutations }: { openMutations: number }) => void seen.push(openMutations);
    await visitor.executor.execute({ query }, { ...CONTEXT, actor: null }, { allowMutations: true, admit });
  };
  await count('mutation { a: login b: login act }');
  await count('mutation { ...F } fragment F on Mutation { a: login b: login c: login }');
  await count('{ open { id } }');
  expect(seen).toEqual([2, 3, 0]);
});
