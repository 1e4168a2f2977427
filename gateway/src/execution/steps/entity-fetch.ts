import type { SubgraphError, SubgraphResponse } from '../../context';
import { isObject } from '../json-data';
import { askSubgraph, pickVariables } from './ask-subgraph';
import { EntityBatch } from './entity-batch';
import { reportEntityErrors, reportUnavailable } from './entity-errors';
import type { EntityCallPlan } from './entity-plan';
import type { EntityTarget } from './entity-target';
import { copyTree, type Merge } from './merge';
import type { Run, Step } from './step.type';

/** A call for entities that stand in what was fetched before. */
export function compileEntityFetch(plan: EntityCallPlan, targets: readonly EntityTarget[], merge: Merge): Step {
  const { subgraph, operation, operationName, variableUsages } = plan;
  return async (run) => {
    const batches = targets.map((target) => collect(run, target));
    if (batches.every((batch) => batch.representations.length === 0)) return;
    const variables = pickVariables(run, variableUsages);
    targets.forEach((target, index) => {
      variables[target.variable] = batches[index]?.representations;
    });
    const response = await askSubgraph(run, subgraph, { query: operation, variables, operationName, kind: 'query' });
    if (!response) return reportUnavailable(run, subgraph, targets);
    targets.forEach((target, index) => {
      receive(run, target, batches[index] as EntityBatch, response, merge);
    });
  };
}

function collect(run: Run, target: EntityTarget): EntityBatch {
  const batch = new EntityBatch(target.write, target.rewriteInput);
  batch.collect(run.data, target.places);
  return batch;
}

function receive(run: Run, target: EntityTarget, batch: EntityBatch, response: SubgraphResponse, merge: Merge): void {
  const entities = response.data?.[target.alias];
  if (Array.isArray(entities)) mergeEntities(target, batch, entities, merge);
  const errors = response.errors?.filter((error) => concerns(error, target)) ?? [];
  if (errors.length > 0) reportEntityErrors(run, target, batch, errors);
}

/** An error that names no `_entities` field concerns them all. */
function concerns(error: SubgraphError, target: EntityTarget): boolean {
  return !error.path?.length || error.path[0] === target.alias;
}

function mergeEntities(target: EntityTarget, batch: EntityBatch, entities: readonly unknown[], merge: Merge): void {
  const placed = new Set<number>();
  batch.objects.forEach((object, index) => {
    const answer = batch.answerOf[index] as number;
    const entity = entities[answer];
    if (!isObject(entity)) return;
    if (!placed.has(answer)) target.rewriteOutput?.(entity);
    // The first place may take the answer itself; it is still untouched, as the copies are made from it.
    merge(object, target.isWrittenElsewhere && placed.has(answer) ? copyTree(entity) : entity);
    placed.add(answer);
  });
}
