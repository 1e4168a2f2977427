import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepare-operation';

const CACHE_BYTES = 64 * 2 ** 20;
/** Closures and plan take this many times the bytes of the texts they came from, roughly. */
const SIZE_FACTOR = 10;

/**
 * Remembers prepared operations, and lets requests for the same one wait for one preparation. A failure is given to
 * those who waited and not remembered.
 */
export class OperationStore {
  readonly #prepared = new LRUCache<string, PreparedOperation>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ size }, key) => (size + key.length + 1) * SIZE_FACTOR,
  });
  readonly #preparing = new Map<string, Promise<PreparedOperation>>();

  async get(key: string, prepare: () => Promise<PreparedOperation>): Promise<PreparedOperation> {
    return this.#prepared.get(key) ?? this.#preparing.get(key) ?? this.#prepare(key, prepare);
  }

  async #prepare(key: string, prepare: () => Promise<PreparedOperation>): Promise<PreparedOperation> {
    const preparing = prepare();
    this.#preparing.set(key, preparing);
    try {
      const prepared = await preparing;
      this.#prepared.set(key, prepared);
      return prepared;
    } finally {
      this.#preparing.delete(key);
    }
  }
}
