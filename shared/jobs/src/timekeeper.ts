import type { Logger } from '@hub/runtime';

import type { JobQueue } from './job-queue';
import { SteadyLoop } from './steady-loop';
import type { Schedule } from './timetable';

/** A queue that was wiped has its timetable back within this time. */
const LOOK_AGAIN_MS = 60_000;
const FAILURE_PAUSE_MS = 5_000;

/** Sees to it that a queue runs its timetable: from the start, after an outage, after the queue was wiped. */
export class Timekeeper {
  readonly #loop = new SteadyLoop(() => this.#apply());

  constructor(
    private readonly queue: JobQueue,
    private readonly schedules: readonly Schedule[],
    private readonly logger: Logger,
  ) {
    this.#loop.start();
  }

  close(): Promise<void> {
    return this.#loop.close();
  }

  async #apply(): Promise<number> {
    try {
      await this.queue.applyTimetable(this.schedules);
      return LOOK_AGAIN_MS;
    } catch (error) {
      if (!this.#loop.isClosing) this.logger.warn({ err: error }, 'timetable not applied yet');
      return FAILURE_PAUSE_MS;
    }
  }
}
