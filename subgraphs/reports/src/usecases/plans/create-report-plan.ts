import { type Id, localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReportPlanRepository } from '../../data/report-plan.repository';
import type { Cadence, PeriodKey } from '../../domain/period';
import { assertRhythm, firstPlanned, type PlanRhythm, paceOf, planRule } from '../../domain/plan-rhythm';
import { isSpontaneous, REPORT_KIND_NAMES, type ReportKind } from '../../domain/report-kind';
import { reportTaskError } from '../../domain/report-task.errors';
import type { ReportsContext } from '../context';
import { assertMayAsk } from '../open-task';
import { type PlanDemand, preparePlan } from './prepare-plan';

export interface CreateReportPlanInput extends PlanDemand {
  readonly kind: ReportKind;
  /** Left out: that of the kind. */
  readonly cadence?: Cadence | null;
  /** Left out: the period of today. */
  readonly firstPeriod?: PeriodKey | null;
}

/**
 * 设立定期任务: from its first period on, a task is opened each period. Throws what the rhythm and the first period are refused
 * for (PLAN_CADENCE_REQUIRED, PLAN_CADENCE_MISMATCH, DUE_REQUIRED, DUE_RULE_INVALID, PERIOD_INVALID, PERIOD_KIND_MISMATCH,
 * PLAN_PERIOD_PAST) beside what preparePlan throws.
 */
export async function createReportPlan(ctx: ReportsContext, input: CreateReportPlanInput): Promise<Id> {
  const person = requirePerson(ctx);
  assertMayAsk(person, 'createPlan');
  const rhythm = rhythmOf(input);
  return ctx.command('createReportPlan', input, async (tx) => {
    const { committeeId, now } = tx;
    const planned = firstPlanned(rhythm, localDate(now), input.firstPeriod ?? null);
    const prepared = await preparePlan(tx, rhythm, planned.nextPeriod, input);
    const planId = ctx.ids.next();
    const { kind, cadence } = rhythm;
    await new ReportPlanRepository(tx).insert({
      ...prepared,
      ...planned,
      committeeId,
      planId,
      kind,
      cadence,
      state: 'ACTIVE',
      heldSince: null,
      heldCode: null,
      heldReason: null,
      triedOn: null,
      createdAt: now,
      createdByAccountId: person.accountId,
      createdByName: person.displayName,
      pausedAt: null,
      endedAt: null,
      endReason: null,
      updatedAt: now,
      version: 1,
    });
    const after = { kind, cadence, ...prepared, ...planned };
    tx.audit({ action: 'createReportPlan', objectType: 'reportPlan', objectId: planId, after });
    return planId;
  });
}

function rhythmOf(input: CreateReportPlanInput): PlanRhythm {
  const { kind } = input;
  // Before the rule is looked for: what units send of their own accord has none.
  if (isSpontaneous(kind)) throw reportTaskError('TASK_KIND_SPONTANEOUS', { kindName: REPORT_KIND_NAMES[kind] });
  const rhythm = { kind, cadence: paceOf(kind, input.cadence ?? null), rule: planRule(kind, input) };
  assertRhythm(rhythm);
  return rhythm;
}
