import type { Id } from '@hub/core';

import { requiredReason } from '../act-on-task';
import type { ReportsContext } from '../context';
import { actOnPlan, type ReasonedPlanDecision } from './act-on-plan';

/** 暂停定期任务: nothing is opened until it goes on. Tasks that are open stay. */
export async function pauseReportPlan(ctx: ReportsContext, input: ReasonedPlanDecision): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'pauseReportPlan', verb: 'pausePlan', act: 'PAUSE' } as const;
  return actOnPlan(ctx, step, input, ({ now }, { planId }) => ({
    change: { pausedAt: now },
    detail: { reason },
    answer: planId,
  }));
}
