import { type Id, isPerson, isSystem } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

const subtrees = new WeakMap<ReadTransaction, Promise<readonly Id[]>>();

/**
 * The units whose rows a read is for: a person's own, or those below the organisation of a service token; null for whoever
 * reads the whole committee. Named in each query beside what row security says, so that either wall holds alone.
 */
export async function readingUnits(tx: ReadTransaction): Promise<readonly Id[] | null> {
  const { actor } = tx;
  if (isSystem(actor) || actor.side === 'office') return null;
  if (isPerson(actor)) return [actor.unitId];
  const known = subtrees.get(tx) ?? unitsBelow(tx, actor.organizationId);
  subtrees.set(tx, known);
  return known;
}

async function unitsBelow(tx: ReadTransaction, root: Id | null): Promise<readonly Id[]> {
  const rows = await tx.query<{ readonly unitId: Id }>(
    `select distinct o.unit_id as "unitId" from dispatch.directory_organization o
     where o.committee_id = $1 and o.affiliation_path @> array[$2::uuid]`,
    [tx.committeeId, root],
  );
  return rows.map(({ unitId }) => unitId);
}
