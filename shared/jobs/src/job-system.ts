import type { Logger } from '@hub/runtime';

import type { JobImplementation } from './implement-job';
import { type JobObserver, NO_OBSERVER } from './job-observer';
import { JobQueue } from './job-queue';
import { drainWorker, jobProcessor } from './job-worker';
import { createPostgresBackend } from './postgres-backend';
import type { BackendWorker, QueueBackend } from './queue-backend';
import { createRedisBackend } from './redis-backend';
import { Timekeeper } from './timekeeper';
import type { Schedule } from './timetable';

/** Where the queues live: the one setting in which the two shapes of the hub differ here. */
export type QueueSetting =
  | { readonly kind: 'redis'; readonly url: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** Workers this process will run; each needs a connection of its own to listen on. */
      readonly maxWorkers: number;
    };

export interface WorkOptions {
  /** Jobs of the queue this worker does at the same time. */
  readonly concurrency?: number;
  readonly stalledIntervalMs?: number;
}

const DEFAULT_CONCURRENCY = 10;
const DEFAULT_STALLED_INTERVAL_MS = 30_000;
const DRAIN_GRACE_MS = 10_000;

/** The queues and workers of one process. One queue per subgraph, so that none can starve another's. */
export class JobSystem {
  readonly #backend: QueueBackend;
  readonly #logger: Logger;
  readonly #queues = new Map<string, JobQueue>();
  readonly #workers: BackendWorker[] = [];
  readonly #timekeepers: Timekeeper[] = [];
  #closed: Promise<void> | null = null;

  constructor(
    setting: QueueSetting,
    logger: Logger,
    private readonly observer: JobObserver = NO_OBSERVER,
  ) {
    this.#logger = logger;
    this.#backend =
      setting.kind === 'redis'
        ? createRedisBackend(setting.url, logger)
        : createPostgresBackend(setting.url, setting.maxWorkers, logger);
  }

  queue(subgraph: string): JobQueue {
    const open = this.#queues.get(subgraph);
    if (open) return open;
    const queue = new JobQueue(this.#backend.createQueue(subgraph), () => this.#backend.connected());
    this.#queues.set(subgraph, queue);
    return queue;
  }

  /** Starts doing the jobs of a subgraph in this process. */
  work(subgraph: string, implementations: readonly JobImplementation[], options: WorkOptions = {}): void {
    const logger = this.#logger.child({ queue: subgraph });
    const tuning = {
      concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
      stalledIntervalMs: options.stalledIntervalMs ?? DEFAULT_STALLED_INTERVAL_MS,
    };
    const workplace = { name: subgraph, queue: this.queue(subgraph), logger, observer: this.observer };
    const processor = jobProcessor(implementations, workplace);
    this.#workers.push(this.#backend.createWorker(subgraph, processor, tuning));
  }

  /** Keeps the timetable of a subgraph in force for as long as this process lives. */
  keepTime(subgraph: string, schedules: readonly Schedule[]): void {
    this.#timekeepers.push(new Timekeeper(this.queue(subgraph), schedules, this.#logger.child({ queue: subgraph })));
  }

  /** For readiness: rejects when the store does not answer. */
  ping(): Promise<void> {
    return this.#backend.ping();
  }

  /** Lets running jobs finish, then closes queues and connections. Safe to repeat. */
  close(graceMs = DRAIN_GRACE_MS): Promise<void> {
    this.#closed ??= this.#close(graceMs);
    return this.#closed;
  }

  async #close(graceMs: number): Promise<void> {
    this.#backend.stopWaiting();
    await Promise.all(this.#timekeepers.map((timekeeper) => timekeeper.close()));
    await Promise.all(this.#workers.map((worker) => drainWorker(worker, graceMs)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.#backend.close();
  }
}
