import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import type { TypeTable } from '../../supergraph';
import type { ErrorPath } from '../errors/response-error';
import { type DataObject, isObject } from '../json-data';

/** Changes an object in place: a representation on its way out, or an answer on its way in. */
export type Rewrite = (object: DataObject) => void;

export function compileRewrites(rewrites: readonly FetchRewrite[] | undefined, types: TypeTable): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (object) => {
    for (const rewrite of compiled) rewrite(object);
  };
}

/** The path of a subgraph's error as it is after the rewrites of its answer. */
export type RenamePath = (path: ErrorPath) => ErrorPath;

export function compileRenaming(rewrites: readonly FetchRewrite[] | undefined): RenamePath {
  const names = renamedKeys(rewrites);
  return (path) => path.map((key) => (typeof key === 'string' ? (names.get(key) ?? key) : key));
}

function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    const last = 'KeyRenamer' in rewrite ? rewrite.KeyRenamer.path.at(-1) : undefined;
    if (last && 'Key' in last && 'KeyRenamer' in rewrite) names.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return names;
}

function compileRewrite(rewrite: FetchRewrite, types: TypeTable): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return atPath(path, types, (object, key) => {
      if (!Object.hasOwn(object, key)) return;
      object[renameKeyTo] = object[key];
      delete object[key];
    });
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return atPath(path, types, (object, key) => {
    object[key] = setValueTo;
  });
}

type Change = (object: DataObject, key: string) => void;

/** Walks to the objects that hold the last key; lists on the way are entered without being named. */
function atPath(path: readonly FetchNodePathSegment[], types: TypeTable, change: Change): Rewrite {
  const [segment, ...rest] = path;
  if (!segment) return () => undefined;
  const next = rest.length > 0 ? atPath(rest, types, change) : undefined;
  if ('TypenameEquals' in segment) {
    return (object) => {
      const typeName = object.__typename;
      if (typeof typeName !== 'string') return;
      if (segment.TypenameEquals.some((name) => types.satisfies(typeName, name))) next?.(object);
    };
  }
  if (!next) return (object) => change(object, segment.Key);
  return (object) => eachObject(object[segment.Key], next);
}

function eachObject(value: unknown, rewrite: Rewrite): void {
  if (Array.isArray(value)) for (const item of value) eachObject(item, rewrite);
  else if (isObject(value)) rewrite(value);
}
