import type { Job, Queue, Worker, WorkerOptions } from 'bullmq';

/** What the hub uses of a BullMQ queue, whatever store is behind it. */
export type BackendQueue = Pick<
  Queue,
  'add' | 'addBulk' | 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler' | 'getJobCountByTypes' | 'close'
>;

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

export function workerOptions({ concurrency, stalledIntervalMs }: WorkerTuning): Omit<WorkerOptions, 'connection'> {
  return {
    concurrency,
    stalledInterval: stalledIntervalMs,
    lockDuration: stalledIntervalMs,
    maxStalledCount: STALLS_FORGIVEN,
    // A worker that lost its store asks again this soon.
    runRetryDelay: 1000,
  };
}
