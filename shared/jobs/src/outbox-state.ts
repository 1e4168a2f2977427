import type { ReadTransaction } from '@hub/persistence';

/** How far the events of one outbox are. */
export interface OutboxState {
  /** To be handed over. */
  readonly waiting: number;
  /** Handed over, and not yet done by all who listen. */
  readonly unconfirmed: number;
  readonly parked: number;
  /** When the oldest of those that wait or are unconfirmed was emitted. */
  readonly oldestAt: Date | null;
}

/** An event that waits for a person. */
export interface ParkedEvent {
  readonly committeeId: string;
  readonly id: string;
  readonly event: string;
  readonly version: number;
  readonly parkedAt: Date;
  readonly error: string;
}

type Reads = Pick<ReadTransaction, 'query'>;

/** Each part is read from an index of its own, whatever the outbox has seen before. */
export async function outboxState(database: Reads, schema: string): Promise<OutboxState> {
  const [state] = await database.query<OutboxState>(
    `select w.waiting, u.unconfirmed, p.parked, least(w.oldest, u.oldest) as "oldestAt"
     from (select count(*)::int as waiting, min(created_at) as oldest from ${schema}.outbox
           where published_at is null and parked_at is null) w,
          (select count(*)::int as unconfirmed, min(created_at) as oldest from ${schema}.outbox
           where published_at is not null and confirmed_at is null and parked_at is null) u,
          (select count(*)::int as parked from ${schema}.outbox where parked_at is not null) p`,
  );
  return state as OutboxState;
}

export function parkedEvents(database: Reads, schema: string): Promise<ParkedEvent[]> {
  return database.query<ParkedEvent>(
    `select committee_id as "committeeId", id, event, version, parked_at as "parkedAt", coalesce(error, '') as error
     from ${schema}.outbox where parked_at is not null order by id`,
  );
}

/** What is still to be dealt with; a parked event has come to an end of its own. */
export const openEvents = ({ waiting, unconfirmed }: OutboxState): number => waiting + unconfirmed;
