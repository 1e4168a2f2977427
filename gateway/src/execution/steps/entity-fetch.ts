import type { SubgraphError, SubgraphResponse } from '../../context';
import { WrittenVariables } from '../../written-variables';
import { subgraphUnavailable } from '../errors/execution-errors';
import { fromSubgraph } from '../errors/subgraph-error';
import { isObject } from '../json-data';
import { answerReader } from '../verbatim/compile-reader';
import { askSubgraph, pickVariables } from './ask-subgraph';
import type { Compilation } from './compilation.type';
import { BatchesTogether, type EntityBatch } from './entity-batch';
import { isEntityError, reportCallError, reportEntityErrors } from './entity-errors';
import type { EntityCallPlan } from './entity-plan';
import type { EntityTarget } from './entity-target';
import type { Merge } from './merge';
import type { Run, Step } from './step.type';

/** A call for entities that stand in what was fetched before. */
export function compileEntityFetch(
  plan: EntityCallPlan,
  targets: readonly EntityTarget[],
  { merge, source }: Pick<Compilation, 'merge' | 'source'>,
): Step {
  const { subgraph, operation, operationName, variableUsages } = plan;
  // What is to be rewritten is looked into.
  const isRewritten = targets.some(({ rewriteOutput }) => rewriteOutput);
  const readData = isRewritten ? undefined : answerReader(operation, source);
  const request = { query: operation, operationName, kind: 'query', readData } as const;
  return async (run, together = new BatchesTogether()) => {
    const batches = targets.map((target) => together.of(run.data, target));
    if (batches.every(({ size }) => size === 0)) return;
    const representations = Object.fromEntries(
      targets.map(({ variable }, index) => [variable, (batches[index] as EntityBatch).text]),
    );
    const variables = WrittenVariables.of(pickVariables(run, variableUsages), representations);
    const response = await askSubgraph(run, subgraph, { ...request, variables });
    if (!response) return reportCallError(run, targets, subgraphUnavailable(subgraph));
    if (
      response.data &&
      !targets.every((target, index) => answersAll(response, target, batches[index] as EntityBatch))
    ) {
      run.onInternalError(
        new TypeError(`Subgraph ${subgraph} answered other entities than it was asked for`),
        run.context,
      );
      return reportCallError(run, targets, subgraphUnavailable(subgraph));
    }
    targets.forEach((target, index) => {
      mergeEntities(target, batches[index] as EntityBatch, response.data?.[target.alias], merge);
    });
    if (response.errors?.length) reportErrors(run, targets, batches, response.errors);
  };
}

/** One answer for each entity that was asked for: with one more or less nobody knows whose is whose. */
function answersAll({ data, errors }: SubgraphResponse, target: EntityTarget, batch: EntityBatch): boolean {
  const entities = data?.[target.alias];
  if (Array.isArray(entities)) return entities.length === batch.size;
  return (entities === undefined || entities === null) && errors !== undefined && errors.length > 0;
}

function reportErrors(
  run: Run,
  targets: readonly EntityTarget[],
  batches: readonly EntityBatch[],
  errors: readonly SubgraphError[],
): void {
  targets.forEach((target, index) => {
    reportEntityErrors(run, target, batches[index] as EntityBatch, errors);
  });
  for (const error of errors) {
    const isOfEntity = targets.some((target) => isEntityError(error, target));
    if (!isOfEntity) reportCallError(run, targets, fromSubgraph(error));
  }
}

/**
 * Places of one entity share what it answered. That is safe because a data key means one field with the same arguments
 * everywhere in the operation: whatever a later step writes there is right for all of them.
 */
function mergeEntities(target: EntityTarget, batch: EntityBatch, entities: unknown, merge: Merge): void {
  if (!Array.isArray(entities)) return;
  const answers: readonly unknown[] = entities;
  for (const entity of answers) if (isObject(entity)) target.rewriteOutput?.(entity);
  batch.objects.forEach((object, index) => {
    const entity = answers[batch.answerOf[index] as number];
    if (isObject(entity)) merge(object, entity);
  });
}
