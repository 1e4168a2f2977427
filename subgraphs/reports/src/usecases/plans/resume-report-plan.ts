import { type Id, localDate } from '@hub/core';

import type { PeriodKey } from '../../domain/period';
import { plannedOnResume } from '../../domain/plan-rhythm';
import type { ReportsContext } from '../context';
import { actOnPlan, type PlanDecision } from './act-on-plan';

export type ResumedPlan = {
  readonly planId: Id;
  /** Periods whose day came while it paused: no task is opened for them. */
  readonly skipped: readonly PeriodKey[];
};

/** 恢复定期任务: with the period whose day is today or comes next. */
export async function resumeReportPlan(ctx: ReportsContext, input: PlanDecision): Promise<ResumedPlan> {
  const step = { action: 'resumeReportPlan', verb: 'resumePlan', act: 'RESUME' } as const;
  return actOnPlan(ctx, step, input, ({ now }, plan) => {
    const { skipped, ...planned } = plannedOnResume(plan, plan.rule, localDate(now));
    return {
      change: { ...planned, pausedAt: null },
      detail: { ...planned, skipped },
      answer: { planId: plan.planId, skipped },
    };
  });
}
