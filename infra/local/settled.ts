import { setTimeout } from 'node:timers/promises';

import type { JobQueue, OutboxRelay } from '@hub/jobs';

const ASK_AGAIN_MS = 20;

/** Resolves once every event emitted so far has been handed over and dealt with: projections are then current. */
export async function settled(relays: readonly OutboxRelay[], queues: readonly JobQueue[]): Promise<void> {
  while ((await backlog([...relays, ...queues])) > 0) await setTimeout(ASK_AGAIN_MS);
}

async function backlog(sources: readonly { backlog(): Promise<number> }[]): Promise<number> {
  // Outboxes before queues: an event on its way between the two must be seen in one of them.
  let sum = 0;
  for (const source of sources) sum += await source.backlog();
  return sum;
}
