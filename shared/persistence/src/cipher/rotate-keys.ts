import type { Clock, Id, IdFactory, SystemActor } from '@hub/core';

import type { SubgraphDatabase } from '../subgraph-database';
import type { Transaction } from '../transaction';
import type { EncryptedColumn } from './classified-columns';
import { type FieldCipher, keyVersionSql } from './field-cipher';

export interface RotationOptions {
  readonly database: SubgraphDatabase;
  readonly columns: readonly EncryptedColumn[];
  readonly committeeIds: readonly Id[];
}

export interface RotatedColumn {
  /** `organization.member.id_number`. */
  readonly column: string;
  /** How many values are under the newest key now that were not. */
  readonly rotated: number;
  /** Rows whose value did not open: changed, moved, or under a key that is not given. They are as they were. */
  readonly unreadable: readonly Id[];
}

export interface VersionCount {
  readonly column: string;
  readonly version: number;
  readonly values: number;
}

/** As many values a transaction: their rows wait for it, and an interruption undoes no more. */
const BATCH = 500;

const rotationActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'key-rotation' });

/**
 * Writes what is under an older key again under the newest one, while the hub runs: rows are locked a batch at a time, and
 * a run that was interrupted goes on where values are still older. Every process must know the newest key by then.
 */
export async function rotateKeys(
  options: RotationOptions & {
    readonly cipher: FieldCipher;
    readonly clock: Clock;
    readonly ids: IdFactory;
    readonly batch?: number;
  },
): Promise<RotatedColumn[]> {
  const done: RotatedColumn[] = [];
  for (const column of options.columns) {
    const sums = { rotated: 0, unreadable: [] as Id[] };
    for (const committeeId of options.committeeIds) {
      for (let after: Id | null = null; ; ) {
        const batch = await rotateBatch(options, column, committeeId, after);
        if (batch.last === null) break;
        after = batch.last;
        sums.rotated += batch.rotated;
        sums.unreadable.push(...batch.unreadable);
      }
    }
    done.push({ column: nameOf(options.database, column), ...sums });
  }
  return done;
}

/** How many values of each column are under which key. */
export async function countKeyVersions({ database, columns, committeeIds }: RotationOptions): Promise<VersionCount[]> {
  const counts: VersionCount[] = [];
  for (const each of columns) {
    const byVersion = new Map<number, number>();
    for (const committeeId of committeeIds) {
      const rows = await countVersions(database, each, committeeId);
      for (const { version, values } of rows) byVersion.set(version, (byVersion.get(version) ?? 0) + values);
    }
    const column = nameOf(database, each);
    counts.push(...[...byVersion].map(([version, values]) => ({ column, version, values })));
  }
  return counts.sort((a, b) => a.column.localeCompare(b.column) || a.version - b.version);
}

function countVersions(
  database: SubgraphDatabase,
  { table, column }: EncryptedColumn,
  committeeId: Id,
): Promise<{ version: number; values: number }[]> {
  return database.read(rotationActor(committeeId), (tx) =>
    tx.query(
      `select ${keyVersionSql(column)} as version, count(*)::int as values from ${database.schema}.${table}
       where committee_id = $1 and ${column} is not null group by 1`,
      [committeeId],
    ),
  );
}

type Rotation = Parameters<typeof rotateKeys>[0];

interface Batch {
  readonly rotated: number;
  readonly unreadable: readonly Id[];
  /** Null: there was nothing left. */
  readonly last: Id | null;
}

function rotateBatch(options: Rotation, column: EncryptedColumn, committeeId: Id, after: Id | null): Promise<Batch> {
  const { database, cipher, clock, ids, batch = BATCH } = options;
  const act = { actor: rotationActor(committeeId), requestId: ids.next(), now: clock.now(), ids };
  return database.transaction(act, async (tx) => {
    const rows = await lockOlder(tx, database.schema, column, { after, version: cipher.currentVersion, batch });
    const name = nameOf(database, column);
    const renewed: { id: Id; sealed: Buffer }[] = [];
    const unreadable: Id[] = [];
    for (const { id, sealed } of rows) {
      const place = { column: name, committeeId, rowId: id };
      const text = opened(() => cipher.decrypt(sealed, place));
      if (text === null) unreadable.push(id);
      else renewed.push({ id, sealed: cipher.encrypt(text, place) });
    }
    if (renewed.length > 0) {
      await writeRenewed(tx, database.schema, column, renewed);
      const after = { column: name, values: renewed.length, version: cipher.currentVersion };
      tx.audit({ action: 'rotateKeys', objectType: 'committee', objectId: committeeId, after });
    }
    return { rotated: renewed.length, unreadable, last: rows.at(-1)?.id ?? null };
  });
}

/** One value that does not open must not keep the others under an old key; it is told by its row. */
function opened(open: () => string): string | null {
  try {
    return open();
  } catch {
    return null;
  }
}

function lockOlder(
  tx: Transaction,
  schema: string,
  { table, column, rowId }: EncryptedColumn,
  { after, version, batch }: { readonly after: Id | null; readonly version: number; readonly batch: number },
): Promise<{ id: Id; sealed: Buffer }[]> {
  return tx.query(
    `select ${rowId} as id, ${column} as sealed from ${schema}.${table}
     where committee_id = $1 and ${keyVersionSql(column)} < $2 and ($3::uuid is null or ${rowId} > $3)
     order by ${rowId} limit $4 for update`,
    [tx.committeeId, version, after, batch],
  );
}

async function writeRenewed(
  tx: Transaction,
  schema: string,
  { table, column, rowId }: EncryptedColumn,
  renewed: readonly { readonly id: Id; readonly sealed: Buffer }[],
): Promise<void> {
  await tx.execute(
    `update ${schema}.${table} t set ${column} = n.sealed from unnest($2::uuid[], $3::bytea[]) as n(id, sealed)
     where t.committee_id = $1 and t.${rowId} = n.id`,
    [tx.committeeId, renewed.map(({ id }) => id), renewed.map(({ sealed }) => sealed)],
  );
}

const nameOf = ({ schema }: SubgraphDatabase, { table, column }: EncryptedColumn): string =>
  `${schema}.${table}.${column}`;
