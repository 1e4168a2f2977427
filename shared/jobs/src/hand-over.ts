import type { EventRoutes } from '@hub/contracts';

import { eventJob, keyOf, type OutboxEvent } from './event-job';
import type { JobSystem } from './job-system';
import type { Refusal } from './outbox-rows';

export interface HandOver {
  readonly accepted: readonly OutboxEvent[];
  readonly refused: readonly Refusal[];
}

/**
 * Puts events into the queues of those who listen to them. Events of an aggregate behind a refused one stay where they
 * are, so that their order holds until it is accepted or parked; other aggregates go on.
 */
export class EventHandOver {
  constructor(
    private readonly routes: EventRoutes,
    private readonly jobs: Pick<JobSystem, 'queue' | 'ping'>,
  ) {}

  isHeard(event: OutboxEvent): boolean {
    return (this.routes.get(keyOf(event)) ?? []).length > 0;
  }

  async handOver(events: readonly OutboxEvent[]): Promise<HandOver> {
    const { passed, refused } = await sift(events, async (event) => {
      if (!this.routes.has(keyOf(event))) throw new Error(`no route for ${keyOf(event)}`);
    });
    const delivery = await this.#deliver(passed);
    return { accepted: delivery.accepted, refused: [...refused, ...delivery.refused] };
  }

  /**
   * All at once when the queues take them, else one by one to find those they do not take. Throws when they take none:
   * then the store is at fault and not the events, and nothing is held against them.
   */
  async #deliver(events: readonly OutboxEvent[]): Promise<HandOver> {
    try {
      await this.#put(events);
      return { accepted: events, refused: [] };
    } catch (error) {
      // A store that is away would be waited for once per event: it is asked once, and its error ends the batch.
      await this.jobs.ping();
      const { passed, refused } = await sift(events, (event) => this.#put([event]));
      if (passed.length === 0) throw error;
      return { accepted: passed, refused };
    }
  }

  async #put(events: readonly OutboxEvent[]): Promise<void> {
    const bySubscriber = new Map<string, OutboxEvent[]>();
    for (const event of events) {
      for (const subscriber of this.routes.get(keyOf(event)) ?? []) {
        const group = bySubscriber.get(subscriber) ?? [];
        group.push(event);
        bySubscriber.set(subscriber, group);
      }
    }
    for (const [subscriber, group] of bySubscriber) await this.jobs.queue(subscriber).put(group.map(eventJob));
  }
}

interface Sifted {
  readonly passed: OutboxEvent[];
  readonly refused: Refusal[];
}

async function sift(events: readonly OutboxEvent[], step: (event: OutboxEvent) => Promise<void>): Promise<Sifted> {
  const passed: OutboxEvent[] = [];
  const refused: Refusal[] = [];
  const held = new Set<string>();
  for (const event of events) {
    if (held.has(event.aggregateId)) continue;
    try {
      await step(event);
      passed.push(event);
    } catch (error) {
      refused.push({ event, error: String(error) });
      held.add(event.aggregateId);
    }
  }
  return { passed, refused };
}
