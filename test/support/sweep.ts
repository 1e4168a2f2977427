import { randomUUID } from 'node:crypto';

import { SUBGRAPHS } from '@hub/infra/local/subgraphs';
import { type JobSystem, jobId } from '@hub/jobs';

/** Lets every tick come that a minute brings: a test moves its clock over days, and does not wait for the minute. */
export async function tickMinute(jobs: JobSystem): Promise<void> {
  for (const { name, timetable = [] } of SUBGRAPHS) {
    for (const { definition, payload } of timetable) {
      await jobs.queue(name).add(definition, { id: jobId('sw', randomUUID()), payload });
    }
  }
}
