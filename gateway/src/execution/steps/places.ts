import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { TypeTable } from '../../supergraph';
import { type DataObject, isObject, openedIn } from '../json-data';

/** The path of the visited object in data keys; one array for the whole walk, so copy what you keep. */
export type WalkPath = (string | number)[];
export type Visit = (object: DataObject, path: WalkPath) => void;

/** Visits every object at one flatten path of the plan, always in the same order. */
export type WalkPlaces = (data: DataObject, visit: Visit) => void;

type Walk = (value: unknown, path: WalkPath, visit: Visit) => void;

const visitObject: Walk = (value, path, visit) => {
  if (isObject(value)) visit(value, path);
};

export function compilePlaces(segments: readonly FlattenNodePathSegment[], types: TypeTable): WalkPlaces {
  const walk = segments.reduceRight<Walk>((next, segment) => compileSegment(segment, next, types), visitObject);
  return (data, visit) => walk(data, [], visit);
}

function compileSegment(segment: FlattenNodePathSegment, next: Walk, types: TypeTable): Walk {
  if (segment === '@') return eachItem(next);
  if ('Field' in segment) return field(segment.Field, next);
  return ofType(segment.TypeCondition, next, types);
}

function field(key: string, next: Walk): Walk {
  return (value, path, visit) => {
    if (!isObject(value)) return;
    path.push(key);
    next(openedIn(value, key), path, visit);
    path.pop();
  };
}

/** One `@` stands for all levels of a list of lists. */
function eachItem(next: Walk): Walk {
  const items: Walk = (value, path, visit) => {
    if (!Array.isArray(value)) return next(value, path, visit);
    const depth = path.length;
    for (let index = 0; index < value.length; index += 1) {
      path[depth] = index;
      items(openedIn(value, index), path, visit);
    }
    path.length = depth;
  };
  return items;
}

function ofType(conditions: readonly string[], next: Walk, types: TypeTable): Walk {
  return (value, path, visit) => {
    if (!isObject(value)) return;
    const typeName = value.__typename;
    if (typeof typeName !== 'string') return;
    if (conditions.some((condition) => types.satisfies(typeName, condition))) next(value, path, visit);
  };
}
