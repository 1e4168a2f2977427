import { type Id, isPerson } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** The unit whose rows a read is for; null for the office and the system, which read those of the committee. */
export function readingUnit({ actor }: ReadTransaction): Id | null {
  return isPerson(actor) && actor.side === 'unit' ? actor.unitId : null;
}
