import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse } from 'graphql';
import type { SubgraphError } from '../../context';
import type { TypeTable } from '../../supergraph';
import { subgraphUnavailable } from '../errors/execution-errors';
import { fromSubgraph } from '../errors/subgraph-error';
import { askSubgraph, pickVariables } from './ask-subgraph';
import { clientPath } from './client-path';
import type { Merge } from './merge';
import { compileRewrites, renamedKeys } from './rewrites';
import type { Run, Step } from './step.type';

/** A call for root fields. */
export function compileRootFetch(node: FetchNode, types: TypeTable, merge: Merge): Step {
  const { serviceName, operation, variableUsages = [], operationName = null } = node;
  const kind = node.operationKind === 'mutation' ? 'mutation' : 'query';
  const rewrite = compileRewrites(node.outputRewrites, types);
  const report = compileReport(node);
  const rootPaths = rootKeys(operation).map((key) => clientPath([key]));

  return async (run) => {
    const variables = pickVariables(run, variableUsages);
    const response = await askSubgraph(run, serviceName, { query: operation, variables, operationName, kind });
    if (!response) {
      for (const path of rootPaths) run.errors.add(subgraphUnavailable(serviceName, path));
      return;
    }
    for (const error of response.errors ?? []) report(run, error, rootPaths);
    if (!response.data) return;
    rewrite?.(response.data);
    merge(run.data, response.data);
  };
}

function compileReport(node: FetchNode) {
  const renamed = renamedKeys(node.outputRewrites);
  return (run: Run, error: SubgraphError, rootPaths: readonly (readonly (string | number)[])[]): void => {
    const paths = error.path?.length ? [clientPath(error.path, renamed)] : rootPaths;
    for (const path of paths) run.errors.add(fromSubgraph(error, path));
  };
}

function rootKeys(operation: string): string[] {
  return parse(operation, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [],
        )
      : [],
  );
}
