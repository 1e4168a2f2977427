import { clockJob, defineJob, implementJob, type JobImplementation, ONCE, tickJobId } from '@hub/jobs';
import { z } from 'zod';

import { findDuePlans, openDuePlan, type PlanHost } from '../usecases/plans/open-due-plan';

const openPlan = defineJob({
  name: 'open-plan',
  payload: z.object({ committeeId: z.uuid(), planId: z.uuid() }),
  options: ONCE,
});

/** Looks for plans whose day has come. */
export const PLANS_SCHEDULE = clockJob('sweep-plans', '* * * * *');

/**
 * Each plan is a job of its own, so that all workers share them and a fault in one delays no other. What is due stands in the
 * database: a queue that is wiped, or a hub that was down for months, loses nothing.
 */
export function planJobs(host: PlanHost): JobImplementation[] {
  return [
    implementJob(PLANS_SCHEDULE.definition, async ({ jobId: tick, queue }) => {
      const due = await findDuePlans(host);
      const jobs = due.map((payload) => ({ id: tickJobId('pl', tick, payload.planId), payload }));
      await queue.addAll(openPlan, jobs);
    }),
    implementJob(openPlan, async ({ jobId: id, payload, logger, signal }) => {
      let opened = 0;
      let outcome = await openDuePlan(host, payload, id);
      for (; outcome === 'OPENED'; opened += 1) {
        if (signal.aborted) return;
        outcome = await openDuePlan(host, payload, id);
      }
      if (opened > 0 || outcome === 'HELD') logger.info({ ...payload, opened, outcome }, 'a plan came due');
    }),
  ];
}
