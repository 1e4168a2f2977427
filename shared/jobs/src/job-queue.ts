import type { ZodType, z } from 'zod';

import { type JobDefinition, type JobOptions, wireName } from './define-job';
import { fateOf, type JobFate } from './job-fate';
import type { BackendQueue } from './queue-backend';
import { type QueueJobState, type QueueState, queueDepth, queueState, retryFailed } from './queue-state';
import { applyTimetable, type Schedule } from './timetable';
import { wireOptions } from './wire-options';

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

/** So many questions are on their way together: each of more would wait for a connection as if there were none. */
const ASKED_AT_ONCE = 32;

/** The one queue of a subgraph, seen from those who ask for work. */
export class JobQueue {
  constructor(
    /** As BullMQ knows it: for the board, which reads queues through BullMQ's own classes. */
    readonly queue: BackendQueue,
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
    const { options } = definition;
    const name = wireName(definition, definition.version);
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
    await applyTimetable(this.queue, schedules);
  }

  /** How far jobs have come, in the order in which they are asked for. */
  async fates(jobIds: readonly string[]): Promise<JobFate[]> {
    await this.connected();
    const fates: JobFate[] = [];
    for (let from = 0; from < jobIds.length; from += ASKED_AT_ONCE) {
      const asked = jobIds.slice(from, from + ASKED_AT_ONCE);
      fates.push(...(await Promise.all(asked.map((id) => fateOf(this.queue, id)))));
    }
    return fates;
  }

  /** Forgets jobs that no worker has, so that their ids are free again. */
  async forget(jobIds: readonly string[]): Promise<void> {
    await this.connected();
    await Promise.all(jobIds.map((id) => this.queue.remove(id)));
  }

  /** Jobs that wait for a worker or are with one; those that wait for a time of their own are not late. */
  async backlog(): Promise<number> {
    return this.queue.getJobCountByTypes('waiting', 'active');
  }

  /** What it holds, for whoever keeps the hub. */
  async state(): Promise<QueueState> {
    await this.connected();
    return queueState(this.queue);
  }

  async depth(): Promise<Readonly<Record<QueueJobState, number>>> {
    await this.connected();
    return queueDepth(this.queue);
  }

  /** Does failed jobs again; answers how many. */
  async retryFailed(): Promise<number> {
    await this.connected();
    return retryFailed(this.queue);
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}
