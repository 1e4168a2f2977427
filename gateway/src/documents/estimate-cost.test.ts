import { Kind, type OperationDefinitionNode, parse } from 'graphql';

import { rowsSchema } from '../../testing/rows-graph';
import { estimateCost } from './estimate-cost';

test.each([
  ['{ unit { id } }', 1],
  ['{ unitRows(first: 10) { nodes { id } } }', 11],
  ['{ unitRows(first: 10) { nodes { id zone { name } } } }', 21],
  ['{ unitRows { nodes { id } } }', 101],
  ['query ($n: Int) { unitRows(first: $n) { nodes { id } } }', 1001],
  ['{ totals(year: 1) { key } }', 100],
  ['{ ...F } fragment F on Query { unit { id } }', 1],
  ['{ unitRows(first: 10) { nodes { ... on UnitRow { zone { leader { name } } } } } }', 31],
])('%s costs %i', (text, cost) => {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  expect(estimateCost(rowsSchema, document, operation as OperationDefinitionNode)).toBe(cost);
});
