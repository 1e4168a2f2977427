import { LRUCache } from 'lru-cache';
import { NO_TELEMETRY, type Telemetry } from '../../observability/telemetry';
import type { OperationVariant } from '../executor.type';
import type { PreparedOperation } from './prepare-operation';

const CACHE_BYTES = 64 * 2 ** 20;
/** Bytes that closures take for each character of the texts they came from, and those of the smallest plan: measured. */
const SIZE_FACTOR = 20;
const SMALLEST = 8 * 1024;

interface Entry {
  readonly prepared: PreparedOperation;
  readonly variant: OperationVariant;
  uses: number;
}

/**
 * Remembers prepared operations, and lets requests for the same one wait for one preparation. A failure is given to
 * those who waited and not remembered.
 */
export class OperationStore {
  readonly #prepared = new LRUCache<string, Entry>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ prepared, variant }, key) =>
      (prepared.size + variant.query.length + key.length) * SIZE_FACTOR + SMALLEST,
  });
  readonly #preparing = new Map<string, Promise<PreparedOperation>>();

  constructor(private readonly telemetry: Telemetry = NO_TELEMETRY) {}

  async get(
    key: string,
    variant: () => OperationVariant,
    prepare: () => Promise<PreparedOperation>,
  ): Promise<PreparedOperation> {
    const known = this.#prepared.get(key);
    this.telemetry.planAsked(known !== undefined);
    if (!known) return this.#preparing.get(key) ?? this.#prepare(key, variant, prepare);
    known.uses += 1;
    return known.prepared;
  }

  mostUsed(limit: number): OperationVariant[] {
    const entries = [...this.#prepared.values()].sort((a, b) => b.uses - a.uses);
    return entries.slice(0, limit).map(({ variant }) => variant);
  }

  async #prepare(
    key: string,
    variant: () => OperationVariant,
    prepare: () => Promise<PreparedOperation>,
  ): Promise<PreparedOperation> {
    const preparing = prepare();
    this.#preparing.set(key, preparing);
    try {
      const prepared = await preparing;
      this.#prepared.set(key, { prepared, variant: variant(), uses: 1 });
      this.telemetry.planCacheSized({ entries: this.#prepared.size, bytes: this.#prepared.calculatedSize });
      return prepared;
    } finally {
      this.#preparing.delete(key);
    }
  }
}
