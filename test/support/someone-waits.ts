import type { TestDatabase } from './database';

/** Whether anybody waits for an advisory lock of the database: to order two acts without a pause of some length. */
export async function someoneWaits(database: TestDatabase): Promise<boolean> {
  const [row] = await database.query<{ waits: boolean }>(
    `select exists (select from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and not l.granted and d.datname = current_database()) as waits`,
  );
  return row?.waits ?? false;
}
