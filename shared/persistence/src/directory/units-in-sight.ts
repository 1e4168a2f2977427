import { type Id, isSystem } from '@hub/core';

import type { ReadTransaction } from '../transaction';

const found = new WeakMap<ReadTransaction, Promise<readonly Id[]>>();

/**
 * The units below the organisation of a unit's post or of a token; null for whoever reads the whole committee. Queries name
 * them beside what row security says, so that either wall holds alone.
 */
export async function unitsInSight(tx: ReadTransaction, schema: string): Promise<readonly Id[] | null> {
  const { actor } = tx;
  if (isSystem(actor) || actor.side === 'office') return null;
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
