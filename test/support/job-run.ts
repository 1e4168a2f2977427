import type { JobRun } from '@hub/jobs';
import { createLogger } from '@hub/runtime';

const ASKS_FOR_NOTHING = async (): Promise<void> => {
  throw new Error('this run has no queue: give it one');
};

/** What a handler is told about its run when a test calls it itself. */
export function jobRun(jobId: string, scheduledFor: Date, queue?: JobRun['queue']): JobRun {
  return {
    jobId,
    attempt: 1,
    scheduledFor,
    logger: createLogger({ name: 'test', level: 'silent' }),
    queue: queue ?? { add: ASKS_FOR_NOTHING, addAll: ASKS_FOR_NOTHING },
    signal: new AbortController().signal,
  };
}
