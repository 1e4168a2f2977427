import { isPerson, type ReaderActor } from '@hub/core';

import { PAGE_SIZE } from './export-pages';
import { exportError } from './exports.errors';

/**
 * How many rows a person may take out of the hub alone; for more a second person agrees first. Programs take what two
 * administrators approved their documents for.
 */
export class RowsAlone {
  private constructor(private readonly limit: number) {}

  static of(actor: ReaderActor, limit: number): RowsAlone {
    return new RowsAlone(isPerson(actor) ? limit : Number.POSITIVE_INFINITY);
  }

  areExceededBy(rows: number): boolean {
    return rows > this.limit;
  }

  /** Counted only when the first page is full and the limit is beyond it. */
  async areExceeded(first: IteratorResult<readonly unknown[]>, count: () => Promise<number | null>): Promise<boolean> {
    const onFirstPage = first.done === true ? 0 : first.value.length;
    if (this.areExceededBy(onFirstPage)) return true;
    if (onFirstPage < PAGE_SIZE || this.limit === Number.POSITIVE_INFINITY) return false;
    return this.areExceededBy((await count()) ?? 0);
  }

  assertWithin(rows: number): void {
    if (this.areExceededBy(rows)) throw exportError('EXPORT_NEEDS_APPROVAL');
  }
}
