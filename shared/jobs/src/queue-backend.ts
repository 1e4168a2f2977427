import type { IQueueBackend, Job, KeepJobs, Queue, Worker, WorkerOptions } from 'bullmq';

/** What the hub uses of a BullMQ queue, whatever store is behind it. */
export type BackendQueue = Pick<
  Queue,
  | 'add'
  | 'addBulk'
  | 'upsertJobScheduler'
  | 'getJobSchedulers'
  | 'removeJobScheduler'
  | 'getJobCountByTypes'
  | 'getJobCounts'
  | 'getFailed'
  | 'remove'
  | 'close'
> & { readonly backend: Pick<IQueueBackend, 'isFinished'> };

export type BackendWorker = Pick<Worker, 'cancelAllJobs' | 'close'>;

export type ProcessJob = (job: Job, token: string | undefined, signal: AbortSignal | undefined) => Promise<void>;

export interface WorkerTuning {
  readonly concurrency: number;
  /** How soon the jobs of a killed worker are noticed and given to another. */
  readonly stalledIntervalMs: number;
}

/** The store behind the queues of one process: made once, closed last. */
export interface QueueBackend {
  createQueue(subgraph: string): BackendQueue;
  createWorker(subgraph: string, process: ProcessJob, tuning: WorkerTuning): BackendWorker;
  /** Rejects soon when there is no connection to add jobs over, where BullMQ itself would wait for one. */
  connected(): Promise<void>;
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  /** Before workers and queues close: they would wait for a connection that may never come. */
  stopWaiting(): void;
  close(): Promise<void>;
}

/** Handlers are idempotent, so a job may lose its worker many times before that counts against it. */
const STALLS_FORGIVEN = 20;

/** How long what is done stays known: whoever asks for it later takes it for lost, and it is done again. */
export interface Retention {
  readonly removeOnComplete: KeepJobs;
  readonly removeOnFail: KeepJobs;
}

const HOUR_SECONDS = 3600;

/** Kept so long, a job's id guards against a second one like it; the failed ones also wait for people to look at. */
export const RETENTION: Retention = {
  removeOnComplete: { age: HOUR_SECONDS },
  removeOnFail: { age: 14 * 24 * HOUR_SECONDS },
};

export function workerOptions(
  { concurrency, stalledIntervalMs }: WorkerTuning,
  retention: Retention,
): Omit<WorkerOptions, 'connection'> {
  return {
    ...retention,
    concurrency,
    stalledInterval: stalledIntervalMs,
    lockDuration: stalledIntervalMs,
    maxStalledCount: STALLS_FORGIVEN,
    // A worker that lost its store asks again this soon.
    runRetryDelay: 1000,
  };
}
