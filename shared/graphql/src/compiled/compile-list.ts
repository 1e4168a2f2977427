import { GraphQLError, type GraphQLOutputType, getNullableType, isLeafType, isNonNullType } from 'graphql';

import type { Complete } from './compiled.type';
import type { Field } from './field';
import { isIterableObject, type Path } from './graphql-js';
import { isPromise } from './promises';
import type { Run } from './run';

type CompleteItem = (run: Run, list: Path, item: unknown, index: number) => unknown;

export function compileList(field: Field, itemType: GraphQLOutputType, complete: Complete): Complete {
  const completeItem = compileItem(field, itemType, complete);
  const message = `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`;
  return (run, path, value) => {
    if (!isIterableObject(value)) throw new GraphQLError(message);
    const items: unknown[] = [];
    const waiting: Promise<unknown>[] = [];
    try {
      for (const item of value) {
        const completed = completeItem(run, path, item, items.length);
        items.push(completed);
        if (isPromise(completed)) waiting.push(completed);
      }
    } catch (error) {
      ignoreFailures(waiting);
      if (Array.isArray(value)) ignoreFailures(value.filter(isPromise));
      throw error;
    }
    return waiting.length > 0 ? Promise.all(items) : items;
  };
}

/**
 * The list has failed and nobody waits for its items any more: one that is rejected later would end the process. (It
 * does in graphql-js 16.)
 */
function ignoreFailures(promises: readonly Promise<unknown>[]): void {
  for (const promise of promises) promise.then(undefined, () => undefined);
}

function compileItem(field: Field, itemType: GraphQLOutputType, complete: Complete): CompleteItem {
  const nullable = !isNonNullType(itemType);
  const pathOf = (list: Path, index: number): Path => ({ prev: list, key: index, typename: undefined });
  const completeAt = (run: Run, path: Path, item: unknown): unknown => {
    try {
      const completed = isPromise(item)
        ? item.then((settled) => complete(run, path, settled))
        : complete(run, path, item);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (raw) => run.fail(raw, field, path, nullable));
    } catch (raw) {
      return run.fail(raw, field, path, nullable);
    }
  };
  if (!isLeafType(getNullableType(itemType))) {
    return (run, list, item, index) => completeAt(run, pathOf(list, index), item);
  }
  // A leaf needs its path only when it fails.
  return (run, list, item, index) => {
    if (isPromise(item)) return completeAt(run, pathOf(list, index), item);
    try {
      const completed = complete(run, list, item);
      return isPromise(completed) ? completeAt(run, pathOf(list, index), completed) : completed;
    } catch (raw) {
      return run.fail(raw, field, pathOf(list, index), nullable);
    }
  };
}
