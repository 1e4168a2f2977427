import { EVENT_ROUTES, type EventRoutes } from '@hub/contracts';
import { type Clock, IdFactory, NO_COMMITTEE, type SystemActor } from '@hub/core';
import type { SubgraphDatabase, Transaction } from '@hub/persistence';
import type { Logger } from '@hub/runtime';

import { EventHandOver } from './hand-over';
import type { JobSystem } from './job-system';
import { OutboxRows, type Refusal } from './outbox-rows';
import { SteadyLoop } from './steady-loop';

export interface OutboxRelayOptions {
  readonly database: SubgraphDatabase;
  readonly jobs: JobSystem;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly routes?: EventRoutes;
  readonly pollMs?: number;
  readonly batchSize?: number;
}

/** An outbox has the rows of every committee, and the relay reads them all: it acts for none. */
const RELAY: SystemActor = {
  side: 'system',
  committeeId: NO_COMMITTEE,
  name: 'outbox-relay',
};

const DEFAULT_POLL_MS = 250;
const DEFAULT_BATCH_SIZE = 200;
/** How soon a database or a queue that failed is asked again. */
const FAILURE_PAUSE_MS = 2000;

/**
 * Carries the events of one subgraph from its outbox to the queues of its listeners, at least once. A batch is handed
 * over before it is marked, in one transaction: when the relay dies in between, the same rows make the same job ids
 * again, which the queues pass over.
 *
 * It polls. NOTIFY would take a lock of the whole database at each commit that emits, to save a quarter of a second;
 * a poll of an empty outbox reads one index page, and misses nothing after a lost connection.
 */
export class OutboxRelay {
  readonly #options: OutboxRelayOptions;
  readonly #handOver: EventHandOver;
  readonly #loop = new SteadyLoop(() => this.#step());

  constructor(options: OutboxRelayOptions) {
    this.#options = options;
    this.#handOver = new EventHandOver(options.routes ?? EVENT_ROUTES, options.jobs);
  }

  start(): void {
    this.#loop.start();
  }

  /** Hands over until nothing more can be; throws when the store takes nothing. */
  async drain(): Promise<void> {
    while ((await this.#relayBatch()) > 0);
  }

  /** Events that wait to be handed over. */
  async backlog(): Promise<number> {
    const { database } = this.#options;
    const [row] = await database.read(RELAY, (tx) =>
      tx.query<{ waiting: number }>(
        `select count(*)::int as waiting from ${database.schema}.outbox
         where published_at is null and parked_at is null`,
      ),
    );
    return row?.waiting ?? 0;
  }

  /** Finishes the batch at hand. */
  close(): Promise<void> {
    return this.#loop.close();
  }

  /** One batch; answers how long to wait before the next. */
  async #step(): Promise<number> {
    const { logger, pollMs = DEFAULT_POLL_MS } = this.#options;
    try {
      return (await this.#relayBatch()) > 0 ? 0 : pollMs;
    } catch (error) {
      logger.error({ err: error }, 'outbox not relayed');
      return FAILURE_PAUSE_MS;
    }
  }

  /** The number of events that left the outbox. */
  async #relayBatch(): Promise<number> {
    const { database, clock, batchSize = DEFAULT_BATCH_SIZE } = this.#options;
    const act = { actor: RELAY, requestId: RELAY.name, now: clock.now(), ids: new IdFactory(clock) };
    return database.transaction(act, async (tx: Transaction) => {
      const outbox = new OutboxRows(tx, database.schema);
      if (!(await outbox.tryLock())) return 0;
      const events = await outbox.take(batchSize);
      if (events.length === 0) return 0;
      const { accepted, refused } = await this.#handOver.handOver(events);
      await outbox.markPublished(accepted);
      await outbox.markRefused(refused);
      this.#report(refused);
      return accepted.length;
    });
  }

  #report(refused: readonly Refusal[]): void {
    for (const { event, error } of refused) {
      this.#options.logger.error({ eventId: event.id, event: event.event, reason: error }, 'event refused');
    }
  }
}
