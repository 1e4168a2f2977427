import type { TypeTable } from '../../supergraph';
import { type DataObject, isObject } from '../json-data';
import { opened, Verbatim } from '../verbatim/verbatim';

/** Merges an answer into an object that is already there. */
export type Merge = (target: DataObject, source: DataObject) => void;

/**
 * Two subgraphs may answer parts of one object (`@shareable` paths, interface objects): objects and lists are merged
 * into one another, a null never wipes out what the other one knew.
 */
export function createMerge(types: TypeTable): Merge {
  const merge: Merge = (target, source) => {
    for (const key in source) {
      // Read from the target it would be the prototype of every object, and no answer may be merged into that.
      if (key === '__proto__') continue;
      const known = target[key];
      target[key] = key === '__typename' ? moreSpecific(known, source[key]) : mergeValues(known, source[key]);
    }
  };

  const mergeValues = (known: unknown, value: unknown): unknown => {
    // A function is what every object has under names like `toString`; no answer ever brought it.
    if (known === undefined || typeof known === 'function') return value;
    if (value === undefined || value === null || value === known) return known;
    if (known instanceof Verbatim || value instanceof Verbatim) return mergeValues(opened(known), opened(value));
    if (isObject(known) && isObject(value)) merge(known, value);
    else if (Array.isArray(known) && Array.isArray(value)) mergeItems(known, value);
    else return value;
    return known;
  };

  const mergeItems = (known: unknown[], items: readonly unknown[]): void => {
    for (let index = 0; index < items.length; index += 1) known[index] = mergeValues(known[index], items[index]);
  };

  /** An interface object answers the interface's name; the concrete name is the one to keep, whoever came first. */
  const moreSpecific = (known: unknown, value: unknown): unknown =>
    known !== undefined && typeof value === 'string' && types.isAbstract(value) ? known : value;

  return merge;
}
