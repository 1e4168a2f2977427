import type { Id } from '@hub/core';

import type { ReadTransaction } from '../transaction';

/** The units of a zone, as the directory of a subgraph knows them. */
export async function unitsOfZone(tx: ReadTransaction, schema: string, zoneId: Id): Promise<readonly Id[]> {
  const rows = await tx.query<{ readonly unitId: Id }>(
    `select unit_id as "unitId" from ${schema}.directory_unit where committee_id = $1 and zone_id = $2`,
    [tx.committeeId, zoneId],
  );
  return rows.map(({ unitId }) => unitId);
}
