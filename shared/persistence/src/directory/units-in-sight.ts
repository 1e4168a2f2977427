import { type Id, isPerson, isSystem, type Reach } from '@hub/core';

import type { ReadTransaction } from '../transaction';

const found = new WeakMap<ReadTransaction, Promise<readonly Id[]>>();

/**
 * The units whose rows a read is for, as far as its policy reaches for the actor; null for the whole committee. Queries name
 * them beside what row security says, so that either wall holds alone. Jobs read for nobody and see their committee.
 */
export async function unitsInSight(
  tx: ReadTransaction,
  schema: string,
  reach: Reach | null,
): Promise<readonly Id[] | null> {
  const { actor } = tx;
  if (isSystem(actor) || reach === 'COMMITTEE') return null;
  if (reach === 'OWN_UNIT') return isPerson(actor) ? [actor.unitId] : [];
  if (reach !== 'SUBTREE') return [];
  const known = found.get(tx) ?? unitsBelow(tx, schema, actor.organizationId);
  found.set(tx, known);
  return known;
}

async function unitsBelow(tx: ReadTransaction, schema: string, root: Id | null): Promise<readonly Id[]> {
  const rows = await tx.query<{ readonly unitId: Id }>(
    `select distinct o.unit_id as "unitId" from ${schema}.directory_organization o
     where o.committee_id = $1 and o.affiliation_path @> array[$2::uuid]`,
    [tx.committeeId, root],
  );
  return rows.map(({ unitId }) => unitId);
}
