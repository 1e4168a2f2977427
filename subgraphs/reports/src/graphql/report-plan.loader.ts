import type { Id } from '@hub/core';
import { defineLoader, type HubContext } from '@hub/graphql';
import { requireReader } from '@hub/persistence';

import { plansById } from '../data/report-plan.read-model';
import { tasksOfPlans } from '../data/report-task.read-model';
import { reportTaskError } from '../domain/report-task.errors';
import { reportTaskPolicy } from '../domain/report-task.policy';
import { type ReportPlan, toReportPlan } from './report-plan.type';

const planLoader = defineLoader(plansById);

export const planTasksLoader = defineLoader(tasksOfPlans);

/** Null when the plan does not exist for the actor. */
export async function findPlan(ctx: HubContext, planId: Id): Promise<ReportPlan | null> {
  const actor = requireReader(ctx);
  if (!reportTaskPolicy.may(actor, 'readPlan', { committeeId: actor.committeeId })) return null;
  const row = await planLoader.load(ctx, planId);
  return row && toReportPlan(row);
}

/** What a mutation answers with. */
export async function showPlan(ctx: HubContext, planId: Id): Promise<ReportPlan> {
  const plan = await findPlan(ctx, planId);
  if (plan === null) throw reportTaskError('PLAN_NOT_FOUND', { planId });
  return plan;
}
