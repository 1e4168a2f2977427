import { setTimeout } from 'node:timers/promises';

import type { Logger } from '@hub/runtime';

import type { JobQueue } from './job-queue';
import type { Schedule } from './timetable';

/** A queue that was wiped has its timetable back within this time. */
const LOOK_AGAIN_MS = 60_000;
const FAILURE_PAUSE_MS = 5_000;

/** Sees to it that a queue runs its timetable: from the start, after an outage, after the queue was wiped. */
export class Timekeeper {
  readonly #closing = new AbortController();
  readonly #loop: Promise<void>;

  constructor(
    private readonly queue: JobQueue,
    private readonly schedules: readonly Schedule[],
    private readonly logger: Logger,
  ) {
    this.#loop = this.#run();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const pauseMs = await this.#apply();
      // Closing is the one thing that ends a pause early.
      await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #apply(): Promise<number> {
    try {
      await this.queue.applyTimetable(this.schedules);
      return LOOK_AGAIN_MS;
    } catch (error) {
      if (!this.#closing.signal.aborted) this.logger.warn({ err: error }, 'timetable not applied yet');
      return FAILURE_PAUSE_MS;
    }
  }
}
