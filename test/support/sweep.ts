import { randomUUID } from 'node:crypto';

import { sweepDeadlines } from '@hub/deadlines';
import { type JobSystem, jobId } from '@hub/jobs';

/** Lets the tick come that looks at deadlines: a test moves its clock over days, and does not wait for the minute. */
export async function tickDeadlines(jobs: JobSystem, subgraphs: readonly string[]): Promise<void> {
  for (const name of subgraphs) {
    await jobs.queue(name).add(sweepDeadlines, { id: jobId('sw', randomUUID()), payload: {} });
  }
}
