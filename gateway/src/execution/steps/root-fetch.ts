import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse } from 'graphql';
import type { SubgraphResponse } from '../../context';
import { subgraphUnavailable } from '../errors/execution-errors';
import { fromSubgraph } from '../errors/subgraph-error';
import { answerReader } from '../verbatim/compile-reader';
import { askSubgraph, pickVariables } from './ask-subgraph';
import type { Compilation } from './compilation.type';
import { compileRenaming, compileRewrites } from './rewrites';
import type { Run, Step } from './step.type';

/** A call for root fields. */
export function compileRootFetch(node: FetchNode, compilation: Compilation): Step {
  const { serviceName, operation, variableUsages = [], operationName = null, outputRewrites } = node;
  const kind = node.operationKind === 'mutation' ? 'mutation' : 'query';
  const accept = compileRootAnswer(node, compilation);
  // What is to be rewritten is looked into.
  const readData = outputRewrites?.length ? undefined : answerReader(operation, compilation.source);
  const request = { query: operation, operationName, kind, readData } as const;

  return async (run) => {
    const variables = pickVariables(run, variableUsages);
    const response = await askSubgraph(run, serviceName, { ...request, variables });
    accept(run, response);
  };
}

/** Takes in what a subgraph answered for root fields; null: it did not answer. */
export function compileRootAnswer(
  { serviceName, operation, outputRewrites }: FetchNode,
  { types, merge }: Pick<Compilation, 'types' | 'merge'>,
): (run: Run, response: SubgraphResponse | null) => void {
  const rewrite = compileRewrites(outputRewrites, types);
  const rename = compileRenaming(outputRewrites);
  const rootPaths = rootKeys(operation).map((key) => [key]);

  return (run, response) => {
    if (!response) {
      for (const path of rootPaths) run.errors.addAt(run.data, path, subgraphUnavailable(serviceName));
      return;
    }
    if (response.data) {
      rewrite?.(response.data);
      merge(run.data, response.data);
    } else {
      // One field's error took all others of this call along.
      for (const path of rootPaths) run.errors.excuseAt(run.data, path);
    }
    for (const error of response.errors ?? []) {
      const paths = error.path?.length ? [rename(error.path)] : rootPaths;
      for (const path of paths) run.errors.addAt(run.data, path, fromSubgraph(error));
    }
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
