import type { Id } from '@hub/core';
import { assertVersion, requirePerson, type Transaction } from '@hub/persistence';

import type { ReportPlanEntity } from '../../data/report-plan.entity';
import { type PlanChange, ReportPlanRepository } from '../../data/report-plan.repository';
import { nextPlanState, type PlanAct } from '../../domain/plan-state';
import type { ReportTaskVerb } from '../../domain/report-task.policy';
import type { ReportsContext } from '../context';
import { assertMayAsk } from '../open-task';
import { releaseHold } from './hold-plan';

/** What every decision on one plan names: which one, and the version it was decided on. */
export interface PlanDecision {
  readonly planId: Id;
  readonly expectedVersion: number;
}

export interface ReasonedPlanDecision extends PlanDecision {
  readonly reason: string;
}

interface PlanStep {
  /** The use case, as the audit trail names it. */
  readonly action: string;
  readonly verb: ReportTaskVerb;
  readonly act: PlanAct;
}

interface PlanEffect<Answer> {
  readonly change: PlanChange;
  /** What the audit trail keeps beside the states. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly answer: Answer;
}

type JsonValue = string | { readonly [key: string]: string | readonly string[] };

/**
 * One act of a person on one plan: policy, lock, version, state, what the act changes, audit. Whatever it is, a plan that was
 * held is held no longer: what held it is looked at anew.
 */
export async function actOnPlan<Input extends PlanDecision, Answer extends JsonValue>(
  ctx: ReportsContext,
  { action, verb, act }: PlanStep,
  input: Input,
  effect: (tx: Transaction, plan: ReportPlanEntity) => Promise<PlanEffect<Answer>> | PlanEffect<Answer>,
): Promise<Answer> {
  assertMayAsk(requirePerson(ctx), verb);
  return ctx.command<Answer>(action, input, async (tx) => {
    const plans = new ReportPlanRepository(tx);
    const plan = await plans.lock(input.planId);
    assertVersion(plan.version, input.expectedVersion);
    const state = nextPlanState(plan.state, act);
    const { change, detail, answer } = await effect(tx, plan);
    await plans.update(plan, { ...releaseHold(tx, plan), ...change, state });
    tx.audit({
      action,
      objectType: 'reportPlan',
      objectId: plan.planId,
      before: { state: plan.state, nextPeriod: plan.nextPeriod },
      after: { state, ...detail },
    });
    return answer;
  });
}
