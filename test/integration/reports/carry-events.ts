import type { Id } from '@hub/core';

import { jobRun, type TestWorld } from '../../support';

/** An event as it stands in an outbox. */
export interface WaitingEvent {
  readonly id: Id;
  readonly committeeId: Id;
  readonly aggregateId: Id;
  readonly key: string;
  readonly payload: unknown;
}

/** What a subgraph has told about, in its order. */
export const waitingEvents = (world: TestWorld, subgraph: string, committeeId: Id): Promise<WaitingEvent[]> =>
  world.database.query<WaitingEvent>(
    `select id, committee_id as "committeeId", aggregate_id as "aggregateId", event || '@' || version as key, payload
     from ${subgraph}.outbox where committee_id = $1 order by id`,
    [committeeId],
  );

/** Hands events to a subgraph as its queue does, in the order given; those that it does not listen to are left out. */
export async function carryEvents(world: TestWorld, to: string, events: readonly WaitingEvent[]): Promise<number> {
  let carried = 0;
  for (const { key, ...event } of events) {
    const job = world.subgraph(to).jobs.find(({ name }) => name === key);
    if (!job) continue;
    const at = world.clock.now();
    await job.run({ ...event, createdAt: at.toISOString() }, jobRun(`ob-${event.id}`, at));
    carried += 1;
  }
  return carried;
}
