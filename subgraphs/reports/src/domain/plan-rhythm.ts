import type { LocalDate } from '@hub/core';

import { assertDueRule, type DueRule, MOST_DAYS_AHEAD, opensOn } from './due-rule';
import { assertPeriodOfKind, CADENCE_NAMES, type Cadence, nextPeriod, type PeriodKey, periodAt } from './period';
import { isSpontaneous, REPORT_KIND_NAMES, type ReportKind } from './report-kind';
import { reportTaskError } from './report-task.errors';

/** How a plan goes: for which periods, how long before their end, and when what it asks for is due. */
export interface PlanRhythm {
  readonly kind: ReportKind;
  readonly cadence: Cadence;
  readonly rule: PlanRule;
}

export type PlanRule = DueRule & { readonly daysAhead: number };

/** Throws TASK_KIND_SPONTANEOUS, PLAN_CADENCE_MISMATCH or DUE_RULE_INVALID. */
export function assertRhythm({ kind, cadence, rule }: PlanRhythm): void {
  if (isSpontaneous(kind)) throw reportTaskError('TASK_KIND_SPONTANEOUS', { kindName: REPORT_KIND_NAMES[kind] });
  // What a paper asks for comes once; the others go at the pace of their kind.
  if (kind === 'IMPLEMENTATION' || !fits(kind, cadence)) {
    const names = { kindName: REPORT_KIND_NAMES[kind], cadenceName: CADENCE_NAMES[cadence] };
    throw reportTaskError('PLAN_CADENCE_MISMATCH', names);
  }
  assertDueRule(rule);
  if (!(Number.isInteger(rule.daysAhead) && rule.daysAhead >= 0 && rule.daysAhead <= MOST_DAYS_AHEAD)) {
    throw reportTaskError('DUE_RULE_INVALID', { problem: `提前天数须为 0 至 ${MOST_DAYS_AHEAD} 的整数` });
  }
}

const OWN_PACE: readonly ReportKind[] = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'];

const fits = (kind: ReportKind, cadence: Cadence): boolean => kind === cadence || !OWN_PACE.includes(kind);

/** The next that a plan opens. */
export interface PlannedPeriod {
  readonly nextPeriod: PeriodKey;
  readonly nextOpensOn: LocalDate;
}

export const plannedFor = (periodKey: PeriodKey, { daysAhead }: PlanRule): PlannedPeriod => ({
  nextPeriod: periodKey,
  nextOpensOn: opensOn(periodKey, daysAhead),
});

export const plannedAfter = (periodKey: PeriodKey, rule: PlanRule): PlannedPeriod =>
  plannedFor(nextPeriod(periodKey), rule);

/** Where a plan begins: with a stated period, else with the one of today. Throws PERIOD_INVALID or PERIOD_KIND_MISMATCH. */
export function firstPlanned(
  { kind, cadence, rule }: PlanRhythm,
  today: LocalDate,
  stated: PeriodKey | null,
): PlannedPeriod {
  const periodKey = stated ?? periodAt(cadence, today);
  assertPeriodOfKind(cadence, periodKey);
  assertPeriodOfKind(kind, periodKey);
  return plannedFor(periodKey, rule);
}

/** Where a plan that paused goes on: what it would have opened meanwhile is not made up for. */
export function plannedOnResume(waiting: PlannedPeriod, rule: PlanRule, today: LocalDate): PlannedPeriod {
  let planned = waiting;
  while (planned.nextOpensOn < today) planned = plannedAfter(planned.nextPeriod, rule);
  return planned;
}

/** Whether the day has come. */
export const opensBy = ({ nextOpensOn }: PlannedPeriod, today: LocalDate): boolean => nextOpensOn <= today;
