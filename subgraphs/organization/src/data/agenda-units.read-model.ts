import { type Id, isPerson, isSystem, type Reach } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** The units whose deadlines a reader sees, here where units live; null for the whole committee. */
export async function unitsInSight(tx: ReadTransaction, reach: Reach | null): Promise<readonly Id[] | null> {
  const { actor } = tx;
  if (isSystem(actor) || reach === 'COMMITTEE') return null;
  if (reach === 'OWN_UNIT') return isPerson(actor) ? [actor.unitId] : [];
  if (reach !== 'SUBTREE') return [];
  const rows = await tx.query<{ readonly unitId: Id }>(
    `select distinct o.unit_id as "unitId" from organization.organization o
     where o.committee_id = $1 and o.affiliation_path @> array[$2::uuid]`,
    [tx.committeeId, actor.organizationId],
  );
  return rows.map(({ unitId }) => unitId);
}

/** The units that are in a zone by their newest assignment. */
export async function unitsOfZone(tx: ReadTransaction, zoneId: Id): Promise<readonly Id[]> {
  const rows = await tx.query<{ readonly unitId: Id }>(
    `select z.unit_id as "unitId" from organization.zone_unit z
     where z.committee_id = $1 and z.zone_id = $2
       and not exists (
         select from organization.zone_unit later
         where later.committee_id = z.committee_id and later.unit_id = z.unit_id and later.year > z.year)`,
    [tx.committeeId, zoneId],
  );
  return rows.map(({ unitId }) => unitId);
}
