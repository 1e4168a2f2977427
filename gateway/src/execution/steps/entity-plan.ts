import type {
  BatchFetchNode,
  FetchRewrite,
  FlattenNode,
  FlattenNodePathSegment,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';

/** One `_entities` field of a call. */
export interface EntityTargetPlan {
  readonly alias: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[];
  readonly outputRewrites?: readonly FetchRewrite[];
}

/** A call for entities. The planner writes it in two ways; a flattened fetch is a batch of one. */
export interface EntityCallPlan {
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | null;
  readonly variableUsages: readonly string[];
  readonly targets: readonly EntityTargetPlan[];
}

export function entityCallPlan(node: FlattenNode | BatchFetchNode): EntityCallPlan {
  const fetch = node.kind === 'Flatten' ? node.node : node;
  if (fetch.kind !== 'Fetch' && fetch.kind !== 'BatchFetch') throw new Error(`The plan flattens a ${fetch.kind} node`);
  return {
    subgraph: fetch.serviceName,
    operation: fetch.operation,
    operationName: fetch.operationName ?? null,
    variableUsages: fetch.variableUsages ?? [],
    targets: node.kind === 'Flatten' ? [flattenedTarget(node)] : node.entityBatch.aliases.map(batchTarget),
  };
}

function flattenedTarget({ path, node }: FlattenNode): EntityTargetPlan {
  if (node.kind !== 'Fetch' || !node.requires) throw new Error('The plan flattens a fetch that requires nothing');
  const { requires, inputRewrites, outputRewrites } = node;
  return { alias: '_entities', variable: 'representations', paths: [path], requires, inputRewrites, outputRewrites };
}

function batchTarget(target: BatchFetchNode['entityBatch']['aliases'][number]): EntityTargetPlan {
  const { representationsVariableName: variable, ...rest } = target;
  return { ...rest, variable };
}
