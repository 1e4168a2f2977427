import { EVENT_ROUTES } from '@hub/contracts';
import { NO_COMMITTEE } from '@hub/core';

import { type EventFate, EventFates } from './event-fates';
import type { Refusal } from './outbox-rows';
import {
  DEFAULT_BATCH_SIZE,
  DEFAULT_POLL_MS,
  FAILURE_PAUSE_MS,
  type OutboxRelayOptions,
  RELAY,
  relayAct,
} from './relay-options';
import { SteadyLoop } from './steady-loop';
import { type WatchedEvent, WatchedRows, watchedEvents } from './watched-rows';

/** The longest rest between two rounds; whoever is pending meanwhile is asked for no more often. */
const LONGEST_REST_MS = 2000;
const BEFORE_ALL = NO_COMMITTEE;

/**
 * Sees events to their end. What was handed over is asked for again in the queues, page by page in rounds, until all who
 * listen have done it: then it is confirmed. What a queue does not know any more (it was wiped, or has lost its last
 * moments) is handed over again under the same job id. What failed for good is parked with the error of its job.
 *
 * Rounds, and not a time at each row: so no clock that is moved, and no process that starts anew, can make one wait.
 */
export class DeliveryWatch {
  readonly #options: OutboxRelayOptions;
  readonly #fates: EventFates;
  readonly #loop = new SteadyLoop(() => this.#step());
  readonly #pollMs: number;
  #after = BEFORE_ALL;
  #restMs: number;
  #judged = 0;

  constructor(options: OutboxRelayOptions) {
    this.#options = options;
    this.#fates = new EventFates(options.routes ?? EVENT_ROUTES, options.jobs);
    this.#pollMs = options.pollMs ?? DEFAULT_POLL_MS;
    this.#restMs = this.#pollMs;
  }

  start(): void {
    this.#loop.start();
  }

  close(): Promise<void> {
    return this.#loop.close();
  }

  /** One whole round, whatever round is under way. */
  async round(): Promise<void> {
    for (let after: string | null = BEFORE_ALL; after !== null; ) ({ after } = await this.#page(after));
  }

  /** One page; after the last of a round it rests, and longer each time when nothing changed. */
  async #step(): Promise<number> {
    try {
      const { after, judged } = await this.#page(this.#after);
      this.#judged += judged;
      this.#after = after ?? BEFORE_ALL;
      if (after !== null) return this.#pollMs;
      this.#restMs = this.#judged > 0 ? this.#pollMs : Math.min(this.#restMs * 2, LONGEST_REST_MS);
      this.#judged = 0;
      return this.#restMs;
    } catch (error) {
      this.#options.logger.error({ err: error }, 'deliveries not watched');
      return FAILURE_PAUSE_MS;
    }
  }

  /** Where the next page begins, null after the last one; and of how many events an end was seen. */
  async #page(after: string): Promise<{ after: string | null; judged: number }> {
    const { database, batchSize = DEFAULT_BATCH_SIZE } = this.#options;
    const events = await database.read(RELAY, (tx) => watchedEvents(tx, database.schema, after, batchSize));
    const judged = await this.#judge(events);
    return { after: events.length === batchSize ? (events.at(-1)?.id ?? null) : null, judged };
  }

  /** No transaction is open while the queues are asked: whoever marks says which hand-over was judged. */
  async #judge(events: readonly WatchedEvent[]): Promise<number> {
    if (events.length === 0) return 0;
    const fates = await this.#fates.of(events);
    const those = (state: EventFate['state']) => events.filter((_, index) => fates[index]?.state === state);
    const [confirmed, lost] = [those('confirmed'), those('lost')];
    const failures = events.flatMap((event, index): Refusal<WatchedEvent>[] => {
      const fate = fates[index];
      return fate?.state === 'failed' ? [{ event, error: fate.error }] : [];
    });
    const judged = confirmed.length + lost.length + failures.length;
    if (judged === 0) return 0;
    // Before they are parked: should this process end in between, they are lost and not in the way of a later hand-over.
    await this.#fates.forget(failures.map(({ event }) => event));
    await this.#mark(confirmed, lost, failures);
    this.#report(lost, failures);
    return judged;
  }

  async #mark(
    confirmed: readonly WatchedEvent[],
    lost: readonly WatchedEvent[],
    failures: readonly Refusal<WatchedEvent>[],
  ): Promise<void> {
    const { database, clock } = this.#options;
    await database.transaction(relayAct(clock), async (tx) => {
      const rows = new WatchedRows(tx, database.schema);
      await rows.confirm(confirmed);
      await rows.takeBack(lost);
      await rows.park(failures);
    });
  }

  #report(lost: readonly WatchedEvent[], failures: readonly Refusal<WatchedEvent>[]): void {
    const { logger } = this.#options;
    if (lost.length > 0) logger.warn({ events: lost.length }, 'events that a queue lost are handed over again');
    for (const { event, error } of failures) {
      logger.error({ eventId: event.id, event: event.event, reason: error }, 'event failed and is parked');
    }
  }
}
