import { type Id, isPerson } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

/**
 * The units whose rows a read is for: a person's own, or those below the organisation of a service token; null for whoever
 * reads the whole committee. Named in each query beside what row security says, so that either wall holds alone.
 */
export async function readingUnits(tx: ReadTransaction): Promise<readonly Id[] | null> {
  const { actor } = tx;
  return isPerson(actor) && actor.side === 'unit' ? [actor.unitId] : unitsInSight(tx, 'dispatch');
}
