import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { ErrorCode, type JobSchedulerJson, type JobsOptions } from 'bullmq';

import { type JobDefinition, wireName } from './define-job';
import { jobError } from './jobs.errors';
import type { BackendQueue } from './queue-backend';
import { wireOptions } from './wire-options';

/** One line of a subgraph's timetable. */
export interface Schedule {
  /** Names the schedule for as long as it exists; its time and payload may change under it. */
  readonly id: string;
  /** Cron pattern in Asia/Shanghai, with seconds when it has six fields. */
  readonly cron: string;
  readonly definition: JobDefinition;
  readonly payload: unknown;
}

/** Several timetables of one queue as one. Two schedules of one name would replace each other in silence. */
export function joinTimetables(...timetables: readonly (readonly Schedule[])[]): readonly Schedule[] {
  const joined = timetables.flat();
  const seen = new Set<string>();
  for (const { id } of joined) {
    if (seen.has(id)) throw jobError('SCHEDULE_TWICE', { id });
    seen.add(id);
  }
  return joined;
}

const TIME_ZONE = 'Asia/Shanghai';

const COLLISIONS_BORNE = 20;
const COLLISION_PAUSE_MS = 100;

/** Makes a queue run exactly these schedules: new ones start, changed ones change, others end. */
export async function applyTimetable(queue: BackendQueue, schedules: readonly Schedule[]): Promise<void> {
  for (const { definition, payload } of schedules) definition.payload.parse(payload);
  const wanted = new Set(schedules.map(({ id }) => id));
  for (const { key } of await queue.getJobSchedulers()) {
    if (!wanted.has(key)) await queue.removeJobScheduler(key);
  }
  for (const schedule of schedules) await settle(queue, schedule);
}

/**
 * Brings one schedule up to date. An unchanged one is left alone: setting it again would drop the tick that came due
 * while no worker ran, which for a monthly schedule is a month. Two processes that set it at the same time, or a tick
 * that is just being done, collide; whoever loses looks again.
 */
async function settle(queue: BackendQueue, schedule: Schedule): Promise<void> {
  const repeat = { pattern: schedule.cron, tz: TIME_ZONE };
  const template = {
    name: wireName(schedule.definition, schedule.definition.version),
    data: schedule.payload,
    opts: wireOptions(schedule.definition.options),
  };
  for (let collisions = 0; ; collisions += 1) {
    const current = (await queue.getJobSchedulers()).find(({ key }) => key === schedule.id);
    if (current && isSame(current, { ...repeat, ...template })) return;
    try {
      await queue.upsertJobScheduler(schedule.id, repeat, template);
      return;
    } catch (error) {
      if (!isCollision(error) || collisions === COLLISIONS_BORNE) throw error;
      await setTimeout(COLLISION_PAUSE_MS);
    }
  }
}

interface Wanted {
  readonly pattern: string;
  readonly tz: string;
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

function isSame({ pattern, tz, name, template }: JobSchedulerJson, wanted: Wanted): boolean {
  return isDeepStrictEqual({ pattern, tz, name, data: template?.data, opts: template?.opts }, wanted);
}

function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.SchedulerJobIdCollision;
}
