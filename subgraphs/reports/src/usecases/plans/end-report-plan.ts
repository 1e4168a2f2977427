import type { Id } from '@hub/core';

import { requiredReason } from '../act-on-task';
import type { ReportsContext } from '../context';
import { actOnPlan, type ReasonedPlanDecision } from './act-on-plan';

/** 终止定期任务, for good. Tasks that are open stay. */
export async function endReportPlan(ctx: ReportsContext, input: ReasonedPlanDecision): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'endReportPlan', verb: 'endPlan', act: 'END' } as const;
  return actOnPlan(ctx, step, input, ({ now }, { planId }) => ({
    change: { pausedAt: null, endedAt: now, endReason: reason },
    detail: { reason },
    answer: planId,
  }));
}
