import { z } from 'zod';

import { defineJob, type JobOptions } from './define-job';
import type { Schedule } from './timetable';

/** For work that the clock finds again: the next tick does what this one could not. */
export const ONCE: Partial<JobOptions> = { attempts: 1 };

const NOTHING = z.object({});

/** A job that the clock asks for. What there is to do stands in the database; the queue carries nothing but the wish to look. */
export const clockJob = (name: string, cron: string): Schedule => ({
  id: name,
  cron,
  definition: defineJob({ name, payload: NOTHING, options: ONCE }),
  payload: {},
});
