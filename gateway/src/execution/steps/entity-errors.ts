import type { SubgraphError } from '../../context';
import type { ResponseError } from '../errors/response-error';
import { fromSubgraph } from '../errors/subgraph-error';
import type { EntityBatch } from './entity-batch';
import type { EntityTarget } from './entity-target';
import type { Run } from './step.type';

/** An error of the call as a whole, once for each list or field of the client's that waits for it. */
export function reportCallError(run: Run, targets: readonly EntityTarget[], error: Omit<ResponseError, 'path'>): void {
  const paths = new Map(targets.flatMap(({ errorPaths }) => errorPaths).map((path) => [path.join('.'), path]));
  for (const path of paths.values()) run.errors.addAt(run.data, path, error);
}

/** Is this an error of one entity, answered by this target? */
export function isEntityError(error: SubgraphError, target: EntityTarget): boolean {
  return error.path?.[0] === target.alias && typeof error.path[1] === 'number';
}

/** Puts the errors of entities where the client sees them: at every place the failed entity stands. */
export function reportEntityErrors(
  run: Run,
  target: EntityTarget,
  batch: EntityBatch,
  errors: readonly SubgraphError[],
): void {
  const byEntity = new Map<unknown, SubgraphError[]>();
  for (const error of errors.filter((candidate) => isEntityError(candidate, target))) {
    const index = error.path?.[1];
    byEntity.set(index, [...(byEntity.get(index) ?? []), error]);
  }
  if (byEntity.size > 0) reportAtPlaces(run, target, batch, byEntity);
}

function reportAtPlaces(
  run: Run,
  target: EntityTarget,
  batch: EntityBatch,
  byEntity: ReadonlyMap<unknown, readonly SubgraphError[]>,
): void {
  // By identity: steps that ran beside this call may have added places, which were not asked about.
  const answerOf = new Map(batch.objects.map((object, index) => [object, batch.answerOf[index]]));
  for (const walk of target.places) {
    walk(run.data, (object, path) => {
      for (const error of byEntity.get(answerOf.get(object)) ?? []) {
        const below = target.rename(error.path?.slice(2) ?? []);
        run.errors.addAt(run.data, [...path, ...below], fromSubgraph(error));
      }
    });
  }
}
