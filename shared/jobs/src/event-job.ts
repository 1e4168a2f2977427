import { type EventKey, eventKey } from '@hub/contracts';
import { z } from 'zod';

import { DEFAULT_JOB_OPTIONS } from './define-job';
import { jobId } from './job-id';
import type { QueuedJob } from './job-queue';

/** An event on its way from an outbox to a queue: the row without the marks of its delivery. */
export const eventJobPayload = z.object({
  id: z.uuid(),
  committeeId: z.uuid(),
  aggregateId: z.uuid(),
  createdAt: z.iso.datetime(),
  payload: z.unknown(),
});

/** An event without what it says. */
export interface EventName {
  readonly id: string;
  readonly committeeId: string;
  readonly event: string;
  readonly version: number;
}

export interface OutboxEvent extends EventName {
  readonly aggregateId: string;
  readonly payload: unknown;
  readonly createdAt: Date;
}

export const keyOf = (row: EventName): EventKey => eventKey({ name: row.event, version: row.version });

export const eventJobId = ({ id }: EventName): string => jobId('ob', id);

/** The job a subscriber gets for an event; a second hand-over of the row makes the same id and changes nothing. */
export function eventJob(row: OutboxEvent): QueuedJob {
  const { id, committeeId, aggregateId, createdAt, payload } = row;
  const data = { id, committeeId, aggregateId, createdAt: createdAt.toISOString(), payload };
  return { name: keyOf(row), id: eventJobId(row), data, options: DEFAULT_JOB_OPTIONS };
}
