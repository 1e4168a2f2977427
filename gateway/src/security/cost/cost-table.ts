import type { DocumentNode } from 'graphql';

import { argumentsOf, placedDirectives } from '../placed-directives';

/** `@listSize` of a field (IBM's cost specification). */
export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

/** What the supergraph says about costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface CostTable {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export function readCosts(supergraph: DocumentNode): CostTable {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  for (const { coordinate, name, node } of placedDirectives(supergraph)) {
    if (name === 'cost') weights.set(coordinate, Number(argumentsOf(node).weight));
    if (name === 'listSize') listSizes.set(coordinate, listSizeOf(argumentsOf(node)));
  }
  return { weights, listSizes };
}

function listSizeOf({ assumedSize, slicingArguments, sizedFields }: Readonly<Record<string, unknown>>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: (slicingArguments as string[] | undefined) ?? [],
    sizedFields: (sizedFields as string[] | undefined) ?? [],
  };
}
