import type { JobsOptions } from 'bullmq';
import type { ZodType, z } from 'zod';

import type { JobDefinition, JobOptions } from './define-job';
import type { BackendQueue } from './queue-backend';
import type { Schedule } from './schedule';

const HOUR_SECONDS = 3600;

/** Kept so long, a job's id guards against a second one like it; the failed ones also wait for people to look at. */
const RETENTION = {
  removeOnComplete: { age: 24 * HOUR_SECONDS, count: 10_000 },
  removeOnFail: { age: 14 * 24 * HOUR_SECONDS },
} as const;

const TIME_ZONE = 'Asia/Shanghai';

export interface JobRequest<Input> {
  /** Made by `jobId`: what it is about, and which occurrence. */
  readonly id: string;
  readonly payload: Input;
  /** Not before so many milliseconds from now. */
  readonly delayMs?: number;
}

/** A job that is ready for the wire. */
export interface QueuedJob {
  readonly name: string;
  readonly id: string;
  readonly data: unknown;
  readonly options: JobOptions;
  readonly delayMs?: number;
}

/** The one queue of a subgraph, seen from those who ask for work. */
export class JobQueue {
  constructor(
    private readonly queue: BackendQueue,
    private readonly connected: () => Promise<void>,
  ) {}

  async add<Schema extends ZodType>(
    definition: JobDefinition<Schema>,
    request: JobRequest<z.input<Schema>>,
  ): Promise<void> {
    await this.addAll(definition, [request]);
  }

  async addAll<Schema extends ZodType>(
    definition: JobDefinition<Schema>,
    requests: readonly JobRequest<z.input<Schema>>[],
  ): Promise<void> {
    const { name, options } = definition;
    // Parsed before anything is added: a wrong payload is the asker's fault and should be the asker's error.
    for (const { payload } of requests) definition.payload.parse(payload);
    await this.put(requests.map(({ id, payload, delayMs }) => ({ name, id, data: payload, options, delayMs })));
  }

  /** Adds jobs in one step; an id that is still kept is passed over. */
  async put(jobs: readonly QueuedJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.connected();
    await this.queue.addBulk(
      jobs.map(({ name, id, data, options, delayMs }) => ({
        name,
        data,
        opts: { ...wireOptions(options), jobId: id, delay: delayMs },
      })),
    );
  }

  /** Makes the queue run exactly these schedules: new ones start, changed ones change, others end. */
  async applyTimetable(schedules: readonly Schedule[]): Promise<void> {
    await this.connected();
    const wanted = new Set(schedules.map(({ id }) => id));
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!wanted.has(key)) await this.queue.removeJobScheduler(key);
    }
    for (const { id, cron, definition, payload } of schedules) {
      definition.payload.parse(payload);
      const template = { name: definition.name, data: payload, opts: wireOptions(definition.options) };
      await this.queue.upsertJobScheduler(id, { pattern: cron, tz: TIME_ZONE }, template);
    }
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

function wireOptions({ attempts, backoffMs }: JobOptions): JobsOptions {
  return { attempts, backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 }, ...RETENTION };
}
