import type { Metrics } from '@hub/runtime';

/** `retried`: it failed and will be tried again. `failed`: for good. */
export type JobOutcome = 'done' | 'retried' | 'failed';

export interface JobRunDone {
  readonly queue: string;
  /** Null for names nobody here knows: they could be anything, and a label must not. */
  readonly job: string | null;
  readonly outcome: JobOutcome;
  readonly ms: number;
}

/** The door through which workers tell what they did. */
export interface JobObserver {
  runDone(run: JobRunDone): void;
}

export const NO_OBSERVER: JobObserver = { runDone: () => undefined };

export function measuredJobs(metrics: Metrics): JobObserver {
  const seconds = metrics.histogram({
    name: 'hub_job_seconds',
    help: 'Time of runs of jobs, by name and outcome; a job that is retried runs more than once.',
    labels: ['queue', 'job', 'outcome'],
  });
  return {
    runDone: ({ queue, job, outcome, ms }) => seconds.observe({ queue, job: job ?? 'unknown', outcome }, ms / 1000),
  };
}
