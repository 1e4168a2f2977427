import { Kind, type OperationDefinitionNode, parse } from 'graphql';

import { checkNames, variablesOfSearch } from './variables';

const { definitions } = parse(`query Q($n: Int!, $f: Float, $fen: Fen, $b: Boolean, $s: String, $id: ID,
  $states: [State!], $ns: [Int], $filter: Filter, $at: DateTime) { a }`);
const declared =
  definitions[0]?.kind === Kind.OPERATION_DEFINITION
    ? ((definitions[0] as OperationDefinitionNode).variableDefinitions ?? [])
    : [];
const read = (search: string) => variablesOfSearch(new URLSearchParams(search), declared);

test.each([
  ['n=12', { n: 12 }],
  ['n=-1&f=2.5&fen=9007199254740991', { n: -1, f: 2.5, fen: 9007199254740991 }],
  ['b=true', { b: true }],
  ['b=false', { b: false }],
  ['s=12&id=12', { s: '12', id: '12' }],
  ['states=A&states=B', { states: ['A', 'B'] }],
  ['states=A', { states: ['A'] }],
  ['ns=1&ns=2', { ns: [1, 2] }],
  ['filter={"a":[1]}', { filter: { a: [1] } }],
  ['s={"a":1}', { s: '{"a":1}' }],
  ['at=2026-01-01T00:00:00%2B08:00', { at: '2026-01-01T00:00:00+08:00' }],
  ['n=&s=&at=&states=', { s: '', states: [] }],
  ['', {}],
])('%s', (search, variables) => {
  expect(read(search)).toEqual(variables);
});

test.each([
  ['n=x', 'EXPORT_VARIABLE_INVALID'],
  ['n=1&n=2', 'EXPORT_VARIABLE_INVALID'],
  ['n=0x10', 'EXPORT_VARIABLE_INVALID'],
  ['b=yes', 'EXPORT_VARIABLE_INVALID'],
  ['ns=1&ns=x', 'EXPORT_VARIABLE_INVALID'],
  ['filter={', 'EXPORT_VARIABLE_INVALID'],
  ['other=1', 'EXPORT_VARIABLE_UNKNOWN'],
  ['__proto__=1', 'EXPORT_VARIABLE_UNKNOWN'],
  ['constructor=1', 'EXPORT_VARIABLE_UNKNOWN'],
])('%s is refused', (search, reason) => {
  expect(() => read(search)).toThrow(expect.objectContaining({ reason }));
});

test('a body names variables of the document and no others', () => {
  expect(checkNames({ n: 1 }, declared)).toEqual({ n: 1 });
  const refused = expect.objectContaining({ reason: 'EXPORT_VARIABLE_UNKNOWN' });
  expect(() => checkNames(JSON.parse('{"__proto__":1}'), declared)).toThrow(refused);
});
