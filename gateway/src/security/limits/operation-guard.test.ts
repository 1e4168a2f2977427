import { getIntrospectionQuery } from 'graphql';

import { createGraph } from '../../execution/testing/graph';
import { DEFAULT_COST_CEILINGS } from './cost-ceilings';
import { createOperationGuard } from './operation-guard';
import { DEFAULT_OPERATION_LIMITS } from './operation-limits';

const SDL = `
  type Query {
    a: Node
    b: Int
    units(first: Int): [Node!]! @listSize(slicingArguments: ["first"], assumedSize: 10, requireOneSlicingArgument: false)
    text(value: String, list: [Int], filter: Filter): String
  }
  input Filter { and: [Filter!] id: ID }
  type Node { id: ID! a: Node b: Int }
  type Mutation { login(name: String): String }
`;

const graph = createGraph(
  { one: { sdl: SDL, resolvers: { Query: { b: () => 1, units: () => [] }, Mutation: { login: () => 'in' } } } },
  { guard: createOperationGuard({ ceilings: DEFAULT_COST_CEILINGS }) },
);

const reasonOf = async (query: string, variables?: Record<string, unknown>) => {
  const { errors, requestError } = await graph.ask(query, variables);
  expect(requestError).toBe(true);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.message).toMatch(/\p{Script=Han}/u);
  return errors?.[0]?.extensions.reason;
};

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const limits = DEFAULT_OPERATION_LIMITS;

/** 2 to the power of `count` fields from a few lines. */
function fragmentBomb(count: number): string {
  const bombs = times(count, (i) => `fragment F${i} on Node { a { ...F${i + 1} } x: a { ...F${i + 1} } }`);
  return `{ a { ...F0 } } ${bombs} fragment F${count} on Node { id }`;
}

test.each([
  ['a megabyte of tokens', `{ ${'b '.repeat(500_000)}}`, 'TOO_MANY_TOKENS'],
  ['a hundred thousand brackets', `{ text(list: ${'['.repeat(100_000)}`, 'NESTED_TOO_DEEP'],
  ['selections within selections', `{ ${'a { '.repeat(60)}id${' }'.repeat(60)} }`, 'NESTED_TOO_DEEP'],
  ['fields too deep', `{ ${'a { '.repeat(25)}id${' }'.repeat(25)} }`, 'QUERY_TOO_DEEP'],
  ['too many fields', `{ ${'b '.repeat(limits.fields + 1)}}`, 'TOO_MANY_FIELDS'],
  ['a bomb of fragments', fragmentBomb(15), 'TOO_MANY_FIELDS'],
  ['a bomb of a thousand fragments', fragmentBomb(90), 'QUERY_TOO_DEEP'],
  ['too many root fields', `{ ${times(51, (i) => `b${i}: b`)} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['many sign-ins in one', `mutation { ${times(51, (i) => `x${i}: login(name: "${i}")`)} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['too many aliases', `{ ${times(41, (i) => `a${i}: a { ${times(5, (j) => `x${j}: b`)} }`)} }`, 'TOO_MANY_ALIASES'],
  ['too many aliases of a field', `{ a { ${times(51, (i) => `x${i}: b`)} } }`, 'TOO_MANY_ALIASES'],
  ['many directives at one place', `{ b ${'@include(if: true) '.repeat(6)} }`, 'TOO_MANY_DIRECTIVES'],
  ['many unknown directives', `{ b ${'@aa'.repeat(3_000)} }`, 'TOO_MANY_DIRECTIVES'],
  [
    'many directives in all',
    `{ ${times(45, (i) => `a { b${i}: b @skip(if: false) @include(if: true) @x }`)} }`,
    'TOO_MANY_DIRECTIVES',
  ],
  ['too many definitions', times(101, (i) => `query Q${i} { b }`), 'TOO_MANY_DEFINITIONS'],
  [
    'many fields in a fragment that is not used',
    `{ b } fragment F on Node { ${'b '.repeat(3_000)} }`,
    'TOO_MANY_FIELDS',
  ],
  [
    'a variable named as the prototype',
    'query ($__proto__: String) { text(value: $__proto__) }',
    'VARIABLE_NAME_RESERVED',
  ],
  ['a cost over the ceiling of visitors', '{ units(first: 1001) { id } }', 'COST_TOO_HIGH'],
])('%s is refused', async (_, query, reason) => {
  expect(await reasonOf(query)).toBe(reason);
});

test.each([
  ['a long list', { list: Array.from({ length: 10_001 }, () => 1) }, 'LIST_TOO_LONG'],
  [
    'many values',
    { f: { and: Array.from({ length: 9_000 }, () => ({ and: [{ id: '1' }, { id: '2' }] })) } },
    'VARIABLES_TOO_LARGE',
  ],
])('%s in the variables is refused', async (_, variables, reason) => {
  expect(await reasonOf('query ($list: [Int], $f: Filter) { text(list: $list, filter: $f) }', variables)).toBe(reason);
});

test('a cost that depends on variables is asked each time', async () => {
  const query = 'query ($n: Int) { units(first: $n) { id } }';
  expect((await graph.ask(query, { n: 5 })).data).toEqual({ units: [] });
  expect(await reasonOf(query, { n: 5_000 })).toBe('COST_TOO_HIGH');
  expect((await graph.ask(query, { n: 5 })).data).toEqual({ units: [] });
});

test('cycles of fragments are left to validation', async () => {
  const { errors } = await graph.ask(
    '{ a { ...F } } fragment F on Node { a { ...G } } fragment G on Node { a { ...F } }',
  );
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('what the lexer cannot read is a syntax error as before', async () => {
  const { errors } = await graph.ask('{ b ? }');
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
});

test('a refused operation reaches no subgraph', async () => {
  const before = graph.calls.length;
  await reasonOf('{ units(first: 1001) { id } }');
  expect(graph.calls.length).toBe(before);
});

test('the introspection of tools and what is at the limits pass', async () => {
  expect((await graph.ask(getIntrospectionQuery())).errors).toBeUndefined();
  expect((await graph.ask(`{ ${times(50, (i) => `b${i}: b`)} }`)).errors).toBeUndefined();
  expect((await graph.ask('{ units(first: 1000) { id } }')).errors).toBeUndefined();
});

test('whoever develops is told the cost', async () => {
  expect(await graph.ask('{ units(first: 7) { id } }')).toMatchObject({ extensions: { cost: 7 } });
});
