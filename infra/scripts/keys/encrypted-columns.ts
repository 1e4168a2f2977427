import { type Id, IdFactory, NO_COMMITTEE, systemClock } from '@hub/core';
import { organization } from '@hub/organization';
import { encryptedColumns, type RotationOptions, type SubgraphDatabase } from '@hub/persistence';

import { SUBGRAPHS } from '../../local/subgraphs';
import type { HubDatabases } from '../hub-databases';

/** Visits every subgraph that keeps something encrypted, with the committees of the hub. A new column is a line there. */
export async function eachEncrypted<T>(
  hub: HubDatabases,
  visit: (rotation: RotationOptions) => Promise<readonly T[]>,
): Promise<T[]> {
  const committeeIds = await hub.enter(organization, committees);
  const all: T[] = [];
  for (const subgraph of SUBGRAPHS) {
    const columns = encryptedColumns(subgraph.database.classified);
    if (columns.length === 0) continue;
    all.push(...(await hub.enter(subgraph, (database) => visit({ database, columns, committeeIds }))));
  }
  return all;
}

async function committees(database: SubgraphDatabase): Promise<Id[]> {
  const actor = { side: 'system', committeeId: NO_COMMITTEE, name: 'key-rotation' } as const;
  const rows = await database.read(actor, (tx) =>
    tx.query<{ id: Id }>('select committee_id as id from organization.committee order by committee_id'),
  );
  return rows.map(({ id }) => id);
}

/** What a rotation writes its acts with. */
export const rotationTools = () => ({ clock: systemClock, ids: new IdFactory(systemClock) });
