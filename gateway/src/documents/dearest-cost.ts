import { MAX_PAGE_SIZE } from '@hub/core';
import { type DocumentNode, type GraphQLSchema, visit } from 'graphql';

import { findOperation } from '../execution/operation/select-operation';
import { type CostTable, OperationCosts } from '../security/cost';

const CONDITIONS: ReadonlySet<string> = new Set(['skip', 'include']);

/** What one run of a document may cost, whatever its variables are: every page is as large as it may be, every condition lets in. */
export function dearestCost(schema: GraphQLSchema, costs: CostTable, document: DocumentNode): number {
  const unconditional = visit(document, { Directive: ({ name }) => (CONDITIONS.has(name.value) ? null : undefined) });
  const operation = findOperation(unconditional, null);
  const variables = (operation.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, MAX_PAGE_SIZE]);
  return new OperationCosts(schema, costs).of(unconditional, operation)(Object.fromEntries(variables));
}
