import { EVENT_ROUTES } from '@hub/contracts';
import type { Transaction } from '@hub/persistence';

import { DeliveryWatch } from './delivery-watch';
import { EventHandOver } from './hand-over';
import { OutboxKeeper } from './outbox-keeper';
import { OutboxRows, type Refusal } from './outbox-rows';
import { openEvents } from './outbox-state';
import {
  DEFAULT_BATCH_SIZE,
  DEFAULT_POLL_MS,
  FAILURE_PAUSE_MS,
  type OutboxRelayOptions,
  relayAct,
} from './relay-options';
import { SteadyLoop } from './steady-loop';

/**
 * Carries the events of one subgraph from its outbox to the queues of its listeners, at least once, and sees them to
 * their end there. A batch is handed over before it is marked, in one transaction: when the relay dies in between, the
 * same rows make the same job ids again, which the queues pass over.
 *
 * It polls. NOTIFY would take a lock of the whole database at each commit that emits, to save a quarter of a second;
 * a poll of an empty outbox reads one index page, and misses nothing after a lost connection.
 */
export class OutboxRelay {
  readonly #options: OutboxRelayOptions;
  readonly #handOver: EventHandOver;
  readonly #watch: DeliveryWatch;
  readonly #loop = new SteadyLoop(() => this.#step());

  constructor(options: OutboxRelayOptions) {
    this.#options = options;
    this.#handOver = new EventHandOver(options.routes ?? EVENT_ROUTES, options.jobs);
    this.#watch = new DeliveryWatch(options);
  }

  start(): void {
    this.#loop.start();
    this.#watch.start();
  }

  /** Hands over until nothing more can be; throws when the store takes nothing. */
  async drain(): Promise<void> {
    while ((await this.#relayBatch()) > 0);
  }

  /** Asks the queues once how far everything is that was handed over. */
  watch(): Promise<void> {
    return this.#watch.round();
  }

  /** Events that not all who listen to them have dealt with, as far as the queues know now. */
  async backlog(): Promise<number> {
    await this.watch();
    const { database, clock } = this.#options;
    return openEvents(await new OutboxKeeper(database, clock).state());
  }

  /** Finishes the batch at hand. */
  async close(): Promise<void> {
    await Promise.all([this.#loop.close(), this.#watch.close()]);
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
    return database.transaction(relayAct(clock), async (tx: Transaction) => {
      const outbox = new OutboxRows(tx, database.schema);
      if (!(await outbox.tryLock())) return 0;
      const events = await outbox.take(batchSize);
      if (events.length === 0) return 0;
      const { accepted, refused } = await this.#handOver.handOver(events);
      await outbox.markPublished(accepted, (event) => this.#handOver.isHeard(event));
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
