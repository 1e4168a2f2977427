import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';

import { compileCost } from './compile-cost';
import { readCosts } from './cost-table';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
  type Query {
    one: Unit
    plain: [Unit!]!
    assumed: [Unit] @listSize(assumedSize: 70)
    sliced(first: Int, last: Int): [Unit] @listSize(assumedSize: 20, slicingArguments: ["first", "last"])
    byDefault(first: Int! = 30): [Unit] @listSize(slicingArguments: ["first"])
    page(first: Int): Page @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["nodes"])
    any: Any
    node: Node
    dear: Int @cost(weight: 100)
    search(text: String @cost(weight: 5)): Unit
    lists: [[Unit]]
  }
  type Page { nodes: [Unit!]! totalCount: Int @cost(weight: 3) }
  type Unit { id: ID name: String parent: Unit children: [Unit] heavy: Heavy node: Node }
  type Heavy @cost(weight: 40) { id: ID }
  interface Node { id: ID node: Node some(first: Int): [Node] }
  type Leaf implements Node { id: ID node: Node some(first: Int): [Node] @listSize(slicingArguments: ["first"]) }
  type Branch implements Node { id: ID node: Node some(first: Int): [Node] @listSize(slicingArguments: ["first"]) leaves: [Leaf] }
  union Any = Leaf | Branch
  type Mutation { act: Unit act2: Int }
`;
const schema = buildSchema(SDL);
const costs = readCosts(parse(SDL));

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return compileCost(schema, costs, document, operation as OperationDefinitionNode)(variables);
}

test.each([
  ['leaves cost nothing, objects one', '{ one { id name } }', 1],
  ['objects in objects', '{ one { parent { parent { id } } } }', 3],
  ['a list about which nothing is said has ten', '{ plain { id } }', 10],
  ['lists within lists multiply', '{ plain { children { id } } }', 10 + 100],
  ['a list of lists', '{ lists { id } }', 100],
  ['an assumed size', '{ assumed { id } }', 70],
  ['a slice that is given', '{ sliced(first: 3) { id } }', 3],
  ['the greater of two slices', '{ sliced(first: 3, last: 4) { id } }', 4],
  ['no slice: the assumed size', '{ sliced { id } }', 20],
  ['a slice by default', '{ byDefault { id } }', 30],
  ['a page gives its size to its nodes', '{ page(first: 200) { nodes { id parent { id } } } }', 1 + 200 * 2],
  ['a page without a slice', '{ page { nodes { id } } }', 1 + 50],
  ['a weight of a field', '{ dear page { totalCount } }', 100 + 1 + 3],
  ['a weight of a type', '{ one { heavy { id } } }', 1 + 40],
  ['a weight of an argument', '{ a: search(text: "x") { id } b: search { id } }', 5 + 1 + 1],
  ['the dearest type of a union', '{ any { ... on Leaf { id } ... on Branch { leaves { id } } } }', 1 + 10],
  [
    'fragments count where they are spread',
    'query { one { ...F } plain { ...F } } fragment F on Unit { parent { id } }',
    2 + 20,
  ],
  ['a mutation costs ten a field', 'mutation { act { id } act2 }', 11 + 10],
  ['what @skip leaves out', '{ one @skip(if: true) { id } plain @include(if: true) { id } }', 10],
  ['introspection', '{ __schema { types { name } } __typename }', 0],
])('%s', (_, text, expected) => {
  expect(costOf(text)).toBe(expected);
});

test('variables decide sizes and conditions', () => {
  const text = 'query ($n: Int, $more: Boolean!) { sliced(first: $n) { parent @include(if: $more) { id } } }';
  expect(costOf(text, { n: 7, more: false })).toBe(7);
  expect(costOf(text, { n: 7, more: true })).toBe(14);
  expect(costOf(text, { n: null, more: false })).toBe(20);
  expect(costOf(text, { n: -5, more: false })).toBe(0);
});

test('nested abstract types whose sizes depend on variables are worked out once each', () => {
  const deep = '{ id some(first: $n) '.repeat(20);
  const text = `query ($n: Int) { node ${deep}{ id }${'}'.repeat(20)} }`;
  expect(costOf(text, { n: 1 })).toBe(21);
  expect(costOf(text, { n: 2 })).toBe(2 ** 21 - 1);
});

test('one compiled cost answers for many variables', () => {
  const document = parse('query ($n: Int) { node { some(first: $n) { id } } }');
  const cost = compileCost(schema, costs, document, document.definitions[0] as OperationDefinitionNode);
  expect([1, 5, 2, 5].map((n) => cost({ n }))).toEqual([2, 6, 3, 6]);
});

test('directives of a link that did not import them are the same', () => {
  const linked = parse('type Query { a: Int @federation__cost(weight: 9) b: [Int] @cost__listSize(assumedSize: 4) }');
  const table = readCosts(linked);
  expect(table.weights.get('Query.a')).toBe(9);
  expect(table.listSizes.get('Query.b')?.assumedSize).toBe(4);
});
