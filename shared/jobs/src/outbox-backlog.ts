import type { ReadTransaction } from '@hub/persistence';

/** Events that wait to be handed over, or that not all who listen to them have dealt with yet; parked ones have ended. */
export async function outboxBacklog(database: Pick<ReadTransaction, 'query'>, schema: string): Promise<number> {
  // Two counts, each over an index of its own.
  const [row] = await database.query<{ readonly open: number }>(
    `select (select count(*) from ${schema}.outbox where published_at is null and parked_at is null)::int
       + (select count(*) from ${schema}.outbox
          where published_at is not null and confirmed_at is null and parked_at is null)::int as open`,
  );
  return row?.open ?? 0;
}
