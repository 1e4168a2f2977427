import type { Transaction } from '@hub/persistence';

import type { OutboxEvent } from './event-job';

/** After so many refusals an event is parked: people look at its error, and it holds up nothing any more. */
const MAX_ATTEMPTS = 5;

export interface Refusal<Event = OutboxEvent> {
  readonly event: Event;
  readonly error: string;
}

/** What the relay reads and writes of one subgraph's outbox. */
export class OutboxRows {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  /** One relay at a time per outbox: two would overtake each other, and the events of an aggregate have an order. */
  async tryLock(): Promise<boolean> {
    const [row] = await this.tx.query<{ mine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('outbox-relay'), hashtext($1)) as mine`,
      [this.schema],
    );
    return row?.mine ?? false;
  }

  /** The oldest events that wait; one that someone is mending by hand is passed over. */
  take(limit: number): Promise<OutboxEvent[]> {
    return this.tx.query<OutboxEvent>(
      `select id, committee_id as "committeeId", event, version, aggregate_id as "aggregateId", payload,
              created_at as "createdAt"
       from ${this.schema}.outbox where published_at is null and parked_at is null
       order by id limit $1 for update skip locked`,
      [limit],
    );
  }

  /** Events to which nobody listens have come to their end with it. */
  async markPublished(events: readonly OutboxEvent[], isHeard: (event: OutboxEvent) => boolean): Promise<void> {
    if (events.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.outbox o
       set published_at = $1, confirmed_at = case when not e.heard then $1::timestamptz end
       from unnest($2::uuid[], $3::uuid[], $4::boolean[]) as e(committee_id, id, heard)
       where o.committee_id = e.committee_id and o.id = e.id`,
      [this.tx.now, events.map(({ committeeId }) => committeeId), events.map(({ id }) => id), events.map(isHeard)],
    );
  }

  async markRefused(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.outbox o
       set attempts = attempts + 1, error = e.error, parked_at = case when attempts + 1 >= $1 then $2::timestamptz end
       from unnest($3::uuid[], $4::uuid[], $5::text[]) as e(committee_id, id, error)
       where o.committee_id = e.committee_id and o.id = e.id`,
      [
        MAX_ATTEMPTS,
        this.tx.now,
        refusals.map(({ event }) => event.committeeId),
        refusals.map(({ event }) => event.id),
        refusals.map(({ error }) => error),
      ],
    );
  }
}
