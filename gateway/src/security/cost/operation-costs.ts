import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { compileCost, type OperationCost } from './compile-cost';
import type { CostTable } from './cost-table';

/** Costs of operations, each compiled once and forgotten with its document. */
export class OperationCosts {
  readonly #compiled = new WeakMap<OperationDefinitionNode, OperationCost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: CostTable,
  ) {}

  of(document: DocumentNode, operation: OperationDefinitionNode): OperationCost {
    const known = this.#compiled.get(operation);
    if (known) return known;
    const cost = compileCost(this.schema, this.costs, document, operation);
    this.#compiled.set(operation, cost);
    return cost;
  }
}
