import type { EventRoutes } from '@hub/contracts';

import { type EventName, eventJobId, keyOf } from './event-job';
import type { JobFate } from './job-fate';
import type { JobSystem } from './job-system';

/** An event that all who listen to it know of: a queue that does not know it makes it lost. */
export type EventFate =
  | { readonly state: 'confirmed' | 'pending' | 'lost' }
  | { readonly state: 'failed'; readonly error: string };

interface Told {
  readonly subscriber: string;
  readonly fate: JobFate;
}

/** Asks the queues of those who listen how far they are with events. */
export class EventFates {
  constructor(
    private readonly routes: EventRoutes,
    private readonly jobs: Pick<JobSystem, 'queue'>,
  ) {}

  async of(events: readonly EventName[]): Promise<EventFate[]> {
    const told = events.map((): Told[] => []);
    for (const subscriber of new Set(events.flatMap((event) => this.#listenersOf(event)))) {
      const heard = events.flatMap((event, index) => (this.#listenersOf(event).includes(subscriber) ? [index] : []));
      const ids = heard.map((index) => eventJobId(events[index] as EventName));
      const fates = await this.jobs.queue(subscriber).fates(ids);
      for (const [at, index] of heard.entries()) told[index]?.push({ subscriber, fate: fates[at] as JobFate });
    }
    return told.map(together);
  }

  /** Makes room for the jobs of another hand-over. */
  async forget(events: readonly EventName[]): Promise<void> {
    for (const event of events) {
      for (const subscriber of this.#listenersOf(event)) await this.jobs.queue(subscriber).forget([eventJobId(event)]);
    }
  }

  #listenersOf(event: EventName): readonly string[] {
    return this.routes.get(keyOf(event)) ?? [];
  }
}

/** What is lost is mended first; a failure is final when nothing of the event is under way any more. */
function together(told: readonly Told[]): EventFate {
  if (told.some(({ fate }) => fate.state === 'unknown')) return { state: 'lost' };
  if (told.some(({ fate }) => fate.state === 'pending')) return { state: 'pending' };
  const errors = told.flatMap(({ subscriber, fate }) =>
    fate.state === 'failed' ? [`${subscriber}: ${fate.error}`] : [],
  );
  return errors.length > 0 ? { state: 'failed', error: errors.join('; ') } : { state: 'confirmed' };
}
