import type { Id } from '@hub/core';

import { assertRhythm, plannedFor, planRule } from '../../domain/plan-rhythm';
import type { ReportsContext } from '../context';
import { actOnPlan, type PlanDecision } from './act-on-plan';
import { type PlanDemand, preparePlan } from './prepare-plan';

export interface ReviseReportPlanInput extends PlanDemand, PlanDecision {}

/**
 * 修订定期任务: for the periods that come. Kind and pace are what it is a plan of, and stay. Throws DUE_REQUIRED and
 * DUE_RULE_INVALID beside what preparePlan throws.
 */
export async function reviseReportPlan(ctx: ReportsContext, input: ReviseReportPlanInput): Promise<Id> {
  const step = { action: 'reviseReportPlan', verb: 'revisePlan', act: 'CHANGE' } as const;
  return actOnPlan(ctx, step, input, async (tx, plan) => {
    const { kind, cadence, nextPeriod, planId } = plan;
    const rhythm = { kind, cadence, rule: planRule(kind, input) };
    assertRhythm(rhythm);
    const prepared = await preparePlan(tx, rhythm, nextPeriod, input);
    const change = { ...prepared, ...plannedFor(nextPeriod, rhythm.rule) };
    return { change, detail: change, answer: planId };
  });
}
