import { type Id, IdFactory, NO_COMMITTEE, systemClock } from '@hub/core';
import {
  type DatabaseDefinition,
  encryptedColumns,
  loginRole,
  type RotationOptions,
  roleUrl,
  SubgraphDatabase,
} from '@hub/persistence';

import { SUBGRAPHS } from '../../local/subgraphs';

export interface HubKeysOptions {
  /** Of the owner; each subgraph is entered under its own login role. */
  readonly databaseUrl: string;
  readonly rolePassword: string;
  readonly auditKey: Uint8Array;
}

/** Visits every subgraph that keeps something encrypted, with the committees of the hub. A new column is a line there. */
export async function eachEncrypted<T>(
  options: HubKeysOptions,
  visit: (rotation: RotationOptions) => Promise<readonly T[]>,
): Promise<T[]> {
  const committeeIds = await withDatabase(options, 'organization', committees);
  const all: T[] = [];
  for (const { name, database } of SUBGRAPHS) {
    const columns = encryptedColumns(database.classified);
    if (columns.length === 0) continue;
    all.push(...(await withDatabase(options, name, (opened) => visit({ database: opened, columns, committeeIds }))));
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

async function withDatabase<T>(
  { databaseUrl, rolePassword, auditKey }: HubKeysOptions,
  name: string,
  work: (database: SubgraphDatabase) => Promise<T>,
): Promise<T> {
  const definition: DatabaseDefinition | undefined = SUBGRAPHS.find((subgraph) => subgraph.name === name)?.database;
  if (!definition) throw new Error(`no subgraph ${name}`);
  const url = roleUrl(databaseUrl, loginRole(definition.schema), rolePassword);
  const database = await SubgraphDatabase.connect(definition, url, { auditKey, poolSize: 1 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What a rotation writes its acts with. */
export const rotationTools = () => ({ clock: systemClock, ids: new IdFactory(systemClock) });
