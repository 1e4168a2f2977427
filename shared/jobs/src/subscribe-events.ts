import { EVENT_ROUTES, type EventDefinition, type EventKey, type EventRoutes, eventKey } from '@hub/contracts';
import type { ZodType, z } from 'zod';

import { eventJobPayload } from './event-job';
import type { JobImplementation, JobRun } from './implement-job';
import { jobError } from './jobs.errors';

/** One event as it reaches a handler. */
export interface EventDelivery<Payload> extends JobRun {
  readonly eventId: string;
  readonly committeeId: string;
  readonly aggregateId: string;
  readonly occurredAt: Date;
  readonly payload: Payload;
}

export interface EventSubscription {
  readonly key: EventKey;
  readonly implementation: JobImplementation;
}

/**
 * Joins an event with what is done about it. Delivery is at least once and in no order between events: handlers are
 * idempotent, and keep the newest snapshot by its version.
 */
export function onEvent<Schema extends ZodType>(
  event: EventDefinition<string, Schema>,
  handler: (delivery: EventDelivery<z.output<Schema>>) => Promise<void>,
): EventSubscription {
  const key = eventKey(event);
  return {
    key,
    implementation: {
      name: key,
      run: async (data, run) => {
        const { id, committeeId, aggregateId, createdAt, payload } = eventJobPayload.parse(data);
        await handler({
          ...run,
          eventId: id,
          committeeId,
          aggregateId,
          occurredAt: new Date(createdAt),
          payload: event.payload.parse(payload),
        });
      },
    },
  };
}

/** The jobs that carry events to a subgraph; refuses to start when they are not those the relays send it. */
export function subscribeEvents(
  subscriber: string,
  subscriptions: readonly EventSubscription[],
  routes: EventRoutes = EVENT_ROUTES,
): JobImplementation[] {
  const handled = new Set(subscriptions.map(({ key }) => key));
  const routed = new Set([...routes].filter(([, subscribers]) => subscribers.includes(subscriber)).map(([key]) => key));
  const differences = [...handled, ...routed].filter((key) => !(handled.has(key) && routed.has(key)));
  if (differences.length > 0) {
    throw jobError('EVENT_ROUTES_DIFFER', { subscriber, differences: differences.sort().join('、') });
  }
  return subscriptions.map(({ implementation }) => implementation);
}
