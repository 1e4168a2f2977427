import type { TestDatabase } from './database';

/** How many wait for advisory locks of the database: to order acts without a pause of some length. */
export async function howManyWait(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`,
  );
  return row?.waiting ?? 0;
}

/** Whether anybody does. */
export const someoneWaits = async (database: TestDatabase): Promise<boolean> => (await howManyWait(database)) > 0;
