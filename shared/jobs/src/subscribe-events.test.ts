import { defineEvent, eventKey } from '@hub/contracts';
import { createLogger } from '@hub/runtime';
import { z } from 'zod';

import { type EventDelivery, onEvent, subscribeEvents } from './subscribe-events';

const moved = defineEvent('test.thing-moved', 2, z.object({ to: z.string() }));
const closed = defineEvent('test.thing-closed', 1, z.object({}));
const routes = new Map([
  [eventKey(moved), ['left', 'right']],
  [eventKey(closed), ['right']],
]);

const notAsked = async (): Promise<void> => {
  throw new Error('no handler here asks for work');
};
const run = {
  queue: { add: notAsked, addAll: notAsked },
  jobId: 'ob-1',
  attempt: 1,
  scheduledFor: new Date(0),
  logger: createLogger({ name: 'test', level: 'silent' }),
  signal: new AbortController().signal,
};
const ids = {
  id: '0190a6e8-0000-7000-8000-000000000001',
  committeeId: '0190a6e8-0000-7000-8000-000000000002',
  aggregateId: '0190a6e8-0000-7000-8000-000000000003',
};
const delivery = { ...ids, createdAt: '2020-10-15T01:00:00.000Z' };

describe('subscribing to events', () => {
  it('gives the handler the event with where it came from', async () => {
    const received: EventDelivery<{ to: string }>[] = [];
    const [job] = subscribeEvents('left', [onEvent(moved, async (event) => void received.push(event))], routes);
    await job?.run({ ...delivery, payload: { to: 'attic' } }, run);
    expect(job?.name).toBe('test.thing-moved@2');
    expect(received).toMatchObject([
      {
        eventId: ids.id,
        committeeId: ids.committeeId,
        aggregateId: ids.aggregateId,
        occurredAt: new Date(delivery.createdAt),
        payload: { to: 'attic' },
        jobId: 'ob-1',
      },
    ]);
  });

  it('refuses a payload of another shape before the handler sees it', async () => {
    const [job] = subscribeEvents('left', [onEvent(moved, async () => undefined)], routes);
    await expect(job?.run({ ...delivery, payload: { to: 7 } }, run)).rejects.toBeInstanceOf(z.ZodError);
  });

  it('refuses to start without a handler for an event it is sent', () => {
    expect(() => subscribeEvents('right', [onEvent(moved, async () => undefined)], routes)).toThrow(
      expect.objectContaining({
        reason: 'EVENT_ROUTES_DIFFER',
        message: expect.stringContaining('test.thing-closed@1'),
      }),
    );
  });

  it('refuses to start with a handler for an event it is never sent', () => {
    const subscriptions = [onEvent(moved, async () => undefined), onEvent(closed, async () => undefined)];
    expect(() => subscribeEvents('left', subscriptions, routes)).toThrow(
      expect.objectContaining({
        reason: 'EVENT_ROUTES_DIFFER',
        message: expect.stringContaining('test.thing-closed@1'),
      }),
    );
  });
});
