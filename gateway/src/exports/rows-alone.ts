import { isPerson, type ReaderActor } from '@hub/core';

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

  get isLimited(): boolean {
    return Number.isFinite(this.limit);
  }

  assertWithin(rows: number): void {
    if (this.areExceededBy(rows)) throw exportError('EXPORT_NEEDS_APPROVAL');
  }
}
