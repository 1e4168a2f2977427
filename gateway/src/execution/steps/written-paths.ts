import type { FlattenNodePathSegment, PlanNode } from '@graphql-hive/router-query-planner';
import { type EntityTargetPlan, entityCallPlan } from './entity-plan';

/** All places that entity calls of a plan write to. */
export class WrittenPaths {
  readonly #all: readonly string[];

  constructor(plan: PlanNode) {
    this.#all = targetsOf(plan).flatMap((target) => target.paths.map(pathText));
  }

  /** Does any other target write at or below the places of this one? */
  hasOthersWithin(target: EntityTargetPlan): boolean {
    const own = target.paths.map(pathText);
    const within = (path: string) => own.some((place) => `${path}.`.startsWith(`${place}.`));
    return this.#all.filter(within).length > own.filter(within).length;
  }
}

function targetsOf(node: PlanNode): readonly EntityTargetPlan[] {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') return node.nodes.flatMap(targetsOf);
  if (node.kind === 'Flatten' || node.kind === 'BatchFetch') return entityCallPlan(node).targets;
  return [];
}

/** Type conditions are left out: a path with one and a path without may meet in the same object. */
function pathText(path: readonly FlattenNodePathSegment[]): string {
  return path.flatMap((segment) => (segment === '@' ? ['@'] : 'Field' in segment ? [segment.Field] : [])).join('.');
}
