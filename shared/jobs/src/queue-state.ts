import type { BackendQueue } from './queue-backend';

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly reason: string;
}

export interface NextTick {
  readonly id: string;
  readonly at: Date;
}

/** What a queue holds now. */
export interface QueueState {
  readonly jobs: Readonly<Record<QueueJobState, number>>;
  /** The last ones, newest first. */
  readonly failures: readonly FailedJob[];
  readonly ticks: readonly NextTick[];
}

export const QUEUE_JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
export type QueueJobState = (typeof QUEUE_JOB_STATES)[number];

const FAILURES_SHOWN = 5;

export async function queueState(queue: BackendQueue): Promise<QueueState> {
  const jobs = await queueDepth(queue);
  const failed = await queue.getFailed(0, FAILURES_SHOWN - 1);
  const schedulers = await queue.getJobSchedulers();
  return {
    jobs,
    failures: failed.map(({ id = '', name, finishedOn = 0, failedReason = '' }) => ({
      id,
      name,
      at: new Date(finishedOn),
      reason: failedReason,
    })),
    ticks: schedulers
      .flatMap(({ key, next }) => (next ? [{ id: key, at: new Date(next) }] : []))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  };
}

export async function queueDepth(queue: BackendQueue): Promise<Record<QueueJobState, number>> {
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = await queue.getJobCounts(...QUEUE_JOB_STATES);
  return { waiting, active, delayed, failed };
}

/** Failed jobs are done again from their first try. */
export async function retryFailed(queue: BackendQueue): Promise<number> {
  const failed = await queue.getFailed();
  for (const job of failed) await job.retry('failed', { resetAttemptsMade: true });
  return failed.length;
}
