import { parse, validate } from 'graphql';

import { rowsSchema } from '../../testing/rows-graph';
import { planExport } from './export-plan';

const plan = (text: string) => planExport(text, rowsSchema);
const namesOf = (text: string) => plan(text).columns.map(({ name }) => name);
const one = (text: string) => text.replace(/\s+/g, ' ').trim();

test('a connection is paged by the export itself, without its total', () => {
  const { text, count, paging, variables, operationName } = plan(`
    query UnitRows($first: Int = 10, $after: String, $nature: String) {
      unitRows(first: $first, after: $after, nature: $nature) {
        totalCount pageInfo { hasNextPage } nodes { id name }
      }
    }`);
  expect(one(text)).toBe(
    'query UnitRows($nature: String, $export_first: Int, $export_after: String) { rows: unitRows(nature: $nature, ' +
      'first: $export_first, after: $export_after) { nodes { id name } pageInfo { hasNextPage endCursor } } }',
  );
  expect(one(count ?? '')).toBe(
    'query UnitRows($nature: String) { rows: unitRows(nature: $nature, first: 1) { totalCount } }',
  );
  expect(validate(rowsSchema, parse(count ?? ''))).toEqual([]);
  expect(paging).toEqual({ first: 'export_first', after: 'export_after' });
  expect(variables.map(({ variable }) => variable.name.value)).toEqual(['nature']);
  expect(operationName).toBe('UnitRows');
  expect(validate(rowsSchema, parse(text))).toEqual([]);
});

test('a page size that a document sets is no limit of the whole', () => {
  expect(one(plan('{ unitRows(first: 5, offset: 7, limit: 3) { nodes { id } } }').text)).toContain(
    'unitRows(limit: 3, first: $export_first, after: $export_after)',
  );
});

test('variables of the document never meet those of the paging', () => {
  const { text, paging } = plan('query ($export_first: Int) { unitRows(limit: $export_first) { nodes { id } } }');
  expect(paging?.first).toBe('export_first_');
  expect(validate(rowsSchema, parse(text))).toEqual([]);
});

test('a list of objects comes as a whole', () => {
  const { text, paging, columns } = plan('query ($year: Int!) { mine: totals(year: $year) { key count } }');
  expect(one(text)).toBe('query ($year: Int!) { rows: totals(year: $year) { key count } }');
  expect([paging, columns.map(({ name }) => name)]).toEqual([null, ['key', 'count']]);
});

test('nested objects become dotted columns, under the names of the document and in its order', () => {
  expect(
    namesOf('{ unitRows { nodes { no: id zone { area: name leader { name } } name amount zone { name } } } }'),
  ).toEqual(['no', 'zone.area', 'zone.leader.name', 'zone.name', 'name', 'amount']);
});

test('fragments are opened, and only those that are used are kept', () => {
  const text = `query Q { ...Root }
    fragment Root on Query { unitRows { ...Nodes } }
    fragment Nodes on UnitRowConnection { nodes { ...Row ... on Named { name } ... { amount } } }
    fragment Row on UnitRow { id zone { ...Area } }
    fragment Area on Zone { name }`;
  expect(namesOf(text)).toEqual(['id', 'zone.name', 'name', 'amount']);
  const planned = plan(text).text;
  expect(planned).not.toContain('Root');
  expect(planned).toContain('fragment Area');
  expect(validate(rowsSchema, parse(planned))).toEqual([]);
});

test.each([
  ['a mutation', 'mutation { touch }', 'EXPORT_NOT_QUERY'],
  ['two operations', 'query A { names } query B { names }', 'EXPORT_NOT_QUERY'],
  ['a field that the graph does not have', '{ nothing { id } }', 'EXPORT_NOT_QUERY'],
  ['two root fields', '{ unitRows { nodes { id } } totals(year: 1) { key } }', 'EXPORT_ROOT'],
  ['one root field and its type', '{ __typename unitRows { nodes { id } } }', 'EXPORT_ROOT'],
  [
    'one root field twice',
    '{ totals(year: 1) { key } ...F } fragment F on Query { totals(year: 1) { count } }',
    'EXPORT_ROOT',
  ],
  ['a connection without nodes', '{ unitRows { totalCount } }', 'EXPORT_SHAPE'],
  ['a connection that cannot be paged', '{ half { nodes { id } } }', 'EXPORT_SHAPE'],
  ['one object', '{ unit { id } }', 'EXPORT_SHAPE'],
  ['lists of lists', '{ units { id } }', 'EXPORT_SHAPE'],
  ['values without columns', '{ names }', 'EXPORT_SHAPE'],
  ['rows of no certain type', '{ search { ... on Unit { id } } }', 'EXPORT_SHAPE'],
  ['a list in a row', '{ unitRows { nodes { tags } } }', 'EXPORT_LIST_FIELD'],
  ['an object of no certain type in a row', '{ unitRows { nodes { found { __typename } } } }', 'EXPORT_ABSTRACT_FIELD'],
  [
    'a column that comes and goes',
    'query ($x: Boolean!) { unitRows { nodes { id @skip(if: $x) } } }',
    'EXPORT_CONDITIONAL_FIELD',
  ],
])('refuses %s', (_, text, reason) => {
  expect(() => plan(text)).toThrow(expect.objectContaining({ reason }));
});
