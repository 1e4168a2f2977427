import type { ReadTransaction } from '@hub/persistence';
import DataLoader from 'dataloader';

import type { HubContext } from './hub-context';

/** Loads many keys with one statement; a key without a row (or without a row the actor may see) is absent from the map. */
export type Batch<Key, Value> = (tx: ReadTransaction, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

export interface Loader<Key, Value> {
  load(ctx: HubContext, key: Key): Promise<Value | null>;
}

/** Declared once beside its read model; each operation has its own cache. */
export function defineLoader<Key, Value>(batch: Batch<Key, Value>): Loader<Key, Value> {
  const identity = {};
  const loaderOf = (ctx: HubContext): DataLoader<Key, Value | null> => {
    const known = ctx.loaders.get(identity) as DataLoader<Key, Value | null> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, Value | null>(async (keys) => {
      const found = await ctx.read((tx) => batch(tx, keys));
      return keys.map((key) => found.get(key) ?? null);
    });
    ctx.loaders.set(identity, loader);
    return loader;
  };
  return { load: (ctx, key) => loaderOf(ctx).load(key) };
}
