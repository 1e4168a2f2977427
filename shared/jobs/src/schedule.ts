import type { JobDefinition } from './define-job';

/** One line of a subgraph's timetable. */
export interface Schedule {
  /** Names the schedule for as long as it exists; its time and payload may change under it. */
  readonly id: string;
  /** Cron pattern in Asia/Shanghai, with seconds when it has six fields. */
  readonly cron: string;
  readonly definition: JobDefinition;
  readonly payload: unknown;
}
