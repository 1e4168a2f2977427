import type { SubgraphError } from '../../context';
import { subgraphUnavailable } from '../errors/execution-errors';
import { fromSubgraph } from '../errors/subgraph-error';
import type { EntityBatch } from './entity-batch';
import type { EntityTarget } from './entity-target';
import type { Run } from './step.type';

export function reportUnavailable(run: Run, subgraph: string, targets: readonly EntityTarget[]): void {
  for (const target of targets) {
    for (const path of target.errorPaths) run.errors.addAt(run.data, path, subgraphUnavailable(subgraph));
  }
}

/**
 * Puts the errors of one `_entities` field where the client sees them: at every place the failed entity stands.
 * Errors without an index concern the call and are reported once per path.
 */
export function reportEntityErrors(
  run: Run,
  target: EntityTarget,
  batch: EntityBatch,
  errors: readonly SubgraphError[],
): void {
  const byEntity = new Map<number, SubgraphError[]>();
  for (const error of errors) {
    const index = error.path?.[1];
    if (typeof index === 'number') byEntity.set(index, [...(byEntity.get(index) ?? []), error]);
    else for (const path of target.errorPaths) run.errors.addAt(run.data, path, fromSubgraph(error));
  }
  if (byEntity.size > 0) reportAtPlaces(run, target, batch, byEntity);
}

function reportAtPlaces(
  run: Run,
  target: EntityTarget,
  batch: EntityBatch,
  byEntity: ReadonlyMap<number, readonly SubgraphError[]>,
): void {
  // By identity: steps that ran beside this call may have added places, which were not asked about.
  const answerOf = new Map(batch.objects.map((object, index) => [object, batch.answerOf[index]]));
  for (const walk of target.places) {
    walk(run.data, (object, path) => {
      for (const error of byEntity.get(answerOf.get(object) ?? -1) ?? []) {
        const below = target.rename(error.path?.slice(2) ?? []);
        run.errors.addAt(run.data, [...path, ...below], fromSubgraph(error));
      }
    });
  }
}
