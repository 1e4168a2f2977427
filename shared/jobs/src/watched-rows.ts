import type { ReadTransaction, Transaction } from '@hub/persistence';

import type { EventName } from './event-job';
import type { Refusal } from './outbox-rows';

/** An event that was handed over, and of which no end is known yet. */
export interface WatchedEvent extends EventName {
  /** Tells this hand-over from a later one. */
  readonly publishedAt: Date;
}

/** A page of them in the order of their ids, after the one that is named. */
export function watchedEvents(
  tx: ReadTransaction,
  schema: string,
  after: string,
  limit: number,
): Promise<WatchedEvent[]> {
  return tx.query<WatchedEvent>(
    `select id, committee_id as "committeeId", event, version, published_at as "publishedAt"
     from ${schema}.outbox
     where published_at is not null and confirmed_at is null and parked_at is null and id > $1
     order by id limit $2`,
    [after, limit],
  );
}

const keysOf = (events: readonly WatchedEvent[]): unknown[] => [
  events.map(({ committeeId }) => committeeId),
  events.map(({ id }) => id),
  events.map(({ publishedAt }) => publishedAt),
];

/** Still under way, and by the hand-over that was judged: another relay may have been quicker. */
const SAME_HAND_OVER = `o.committee_id = e.committee_id and o.id = e.id and o.published_at = e.published_at
  and o.confirmed_at is null and o.parked_at is null`;

/** Ends the watch over events. */
export class WatchedRows {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  async confirm(events: readonly WatchedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.outbox o set confirmed_at = $4
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as e(committee_id, id, published_at)
       where ${SAME_HAND_OVER}`,
      [...keysOf(events), this.tx.now],
    );
  }

  /** As if they had never been handed over. */
  async takeBack(events: readonly WatchedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.outbox o set published_at = null
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as e(committee_id, id, published_at)
       where ${SAME_HAND_OVER}`,
      keysOf(events),
    );
  }

  async park(failures: readonly Refusal<WatchedEvent>[]): Promise<void> {
    if (failures.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.outbox o set parked_at = $4, error = e.error
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $5::text[]) as e(committee_id, id, published_at, error)
       where ${SAME_HAND_OVER}`,
      [...keysOf(failures.map(({ event }) => event)), this.tx.now, failures.map(({ error }) => error)],
    );
  }
}
