import { setTimeout } from 'node:timers/promises';

const ASK_AGAIN_MS = 20;

/** Where work may wait. */
export interface Backlog {
  backlog(): Promise<number>;
}

/**
 * Resolves once every event emitted so far has been dealt with by all who listen to it, and the queues have nothing else
 * to do: projections are then current.
 */
export async function settled(outboxes: readonly Backlog[], queues: readonly Backlog[]): Promise<void> {
  // A job that ends between the two looks may have emitted: only a second look finds that.
  for (let quiet = 0; quiet < 2; ) {
    quiet = (await backlog([...outboxes, ...queues])) > 0 ? 0 : quiet + 1;
    if (quiet === 0) await setTimeout(ASK_AGAIN_MS);
  }
}

async function backlog(sources: readonly Backlog[]): Promise<number> {
  // Outboxes before queues: an event on its way between the two must be seen in one of them.
  let sum = 0;
  for (const source of sources) sum += await source.backlog();
  return sum;
}
