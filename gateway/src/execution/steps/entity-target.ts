import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { TypeTable } from '../../supergraph';
import type { ErrorPath } from '../errors/response-error';
import type { EntityTargetPlan } from './entity-plan';
import { compilePlaces, type WalkPlaces } from './places';
import { compileRepresentation, type WriteRepresentation } from './representation';
import { compileRenaming, compileRewrites, type RenamePath, type Rewrite } from './rewrites';

export interface EntityTarget {
  readonly alias: string;
  readonly variable: string;
  /** The same for targets that ask about the same objects in the same words. */
  readonly identity: string;
  readonly places: readonly WalkPlaces[];
  readonly write: WriteRepresentation;
  readonly rewriteInput: Rewrite | undefined;
  readonly rewriteOutput: Rewrite | undefined;
  readonly rename: RenamePath;
  /** Where an error is reported that concerns the call as a whole: the fields above the first list, in data keys. */
  readonly errorPaths: readonly ErrorPath[];
}

export function compileEntityTarget(plan: EntityTargetPlan, types: TypeTable): EntityTarget {
  return {
    alias: plan.alias,
    variable: plan.variable,
    identity: JSON.stringify([plan.paths, plan.requires, plan.inputRewrites]),
    places: plan.paths.map((path) => compilePlaces(path, types)),
    write: compileRepresentation(plan.requires, types),
    rewriteInput: compileRewrites(plan.inputRewrites, types),
    rewriteOutput: compileRewrites(plan.outputRewrites, types),
    rename: compileRenaming(plan.outputRewrites),
    errorPaths: plan.paths.map(fieldsAboveLists),
  };
}

function fieldsAboveLists(path: readonly FlattenNodePathSegment[]): ErrorPath {
  const end = path.indexOf('@');
  const above = end === -1 ? path : path.slice(0, end);
  return above.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
}
