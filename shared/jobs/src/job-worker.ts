import type { Logger } from '@hub/runtime';
import { type Job, UnrecoverableError } from 'bullmq';

import type { UpgradePayload } from './define-job';
import type { JobImplementation } from './implement-job';
import type { JobObserver, JobOutcome } from './job-observer';
import type { JobQueue } from './job-queue';
import { jobError } from './jobs.errors';
import type { BackendWorker, ProcessJob } from './queue-backend';
import { queueError } from './retry-policy';

export interface Workplace {
  readonly name: string;
  readonly queue: JobQueue;
  readonly logger: Logger;
  readonly observer: JobObserver;
}

/** The part of a worker that does the jobs: finds the implementation, tells it about its run, sorts its failures. */
export function jobProcessor(implementations: readonly JobImplementation[], workplace: Workplace): ProcessJob {
  const { name, queue, logger, observer } = workplace;
  const byName = new Map(implementations.flatMap(namesOf));
  // BullMQ hands a signal only to a function that declares its third parameter.
  return async (job, _token, signal) => {
    const id = String(job.id);
    const attempt = job.attemptsMade + 1;
    const { implementation, upgrade = asItIs } = byName.get(job.name) ?? {};
    const startedAt = performance.now();
    const tell = (outcome: JobOutcome) =>
      observer.runDone({ queue: name, job: implementation?.name ?? null, outcome, ms: performance.now() - startedAt });
    try {
      if (!implementation) throw jobError('JOB_UNKNOWN', { name: job.name });
      await implementation.run(upgrade(job.data), {
        jobId: id,
        attempt,
        scheduledFor: scheduledFor(job),
        queue,
        logger: logger.child({ job: job.name, jobId: id, attempt }),
        signal: signal ?? new AbortController().signal,
      });
      tell('done');
    } catch (thrown) {
      const error = queueError(thrown);
      const isFinal = error instanceof UnrecoverableError || attempt >= (job.opts.attempts ?? 1);
      tell(isFinal ? 'failed' : 'retried');
      throw error;
    }
  };
}

interface Known {
  readonly implementation: JobImplementation;
  readonly upgrade?: UpgradePayload;
}

function namesOf(implementation: JobImplementation): [string, Known][] {
  const earlier = [...(implementation.earlier ?? [])];
  return [
    [implementation.name, { implementation }],
    ...earlier.map(([name, upgrade]): [string, Known] => [name, { implementation, upgrade }]),
  ];
}

const asItIs: UpgradePayload = (payload) => payload;

/**
 * The tick of a schedule, or the instant the job was added for; a retry keeps it. BullMQ counts the delay of a tick from
 * a clock it reads a moment after the timestamp, so that their sum may be a millisecond off the tick itself.
 */
function scheduledFor({ opts, timestamp }: Job): Date {
  return new Date(opts.prevMillis ?? timestamp + (opts.delay ?? 0));
}

/**
 * Takes no further jobs and waits for the running ones; after the grace they are told to stop, and what they leave
 * undone is tried again by another worker.
 */
export async function drainWorker(worker: BackendWorker, graceMs: number): Promise<void> {
  const impatience = setTimeout(() => worker.cancelAllJobs('shutdown'), graceMs);
  try {
    await worker.close();
  } finally {
    clearTimeout(impatience);
  }
}
