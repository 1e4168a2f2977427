import type { LocalDate } from '@hub/core';

import { assertDueRule, type DueRule, defaultDueRule, MOST_DAYS_AHEAD, opensOn } from './due-rule';
import {
  assertPeriodOfKind,
  CADENCE_NAMES,
  type Cadence,
  daysOfPeriod,
  nextPeriod,
  type PeriodKey,
  paceOfKind,
  periodAt,
  periodLabel,
  previousPeriod,
} from './period';
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

const fits = (kind: ReportKind, cadence: Cadence): boolean => (paceOfKind(kind) ?? cadence) === cadence;

/** As stated, or that of the kind. Throws PLAN_CADENCE_REQUIRED for what has no pace of its own. */
export function paceOf(kind: ReportKind, stated: Cadence | null): Cadence {
  const cadence = stated ?? paceOfKind(kind);
  if (cadence === null) throw reportTaskError('PLAN_CADENCE_REQUIRED', { kindName: REPORT_KIND_NAMES[kind] });
  return cadence;
}

/** What is said of the due dates of a plan; what is left out is as usual for the kind. */
export interface StatedRule {
  readonly dueWorkdays?: number | null;
  readonly dueDay?: number | null;
  readonly daysAhead?: number | null;
}

/** Units see what is asked for while the period still runs. */
const USUAL_DAYS_AHEAD = 5;

/** Throws DUE_RULE_INVALID for two rules, DUE_REQUIRED where neither is stated and none is usual. */
export function planRule(kind: ReportKind, { dueWorkdays, dueDay, daysAhead }: StatedRule): PlanRule {
  return { ...dueRuleOf(kind, dueWorkdays ?? null, dueDay ?? null), daysAhead: daysAhead ?? USUAL_DAYS_AHEAD };
}

function dueRuleOf(kind: ReportKind, workdays: number | null, day: number | null): DueRule {
  if (workdays !== null && day !== null) {
    throw reportTaskError('DUE_RULE_INVALID', { problem: '工作日数和日期只能填一项' });
  }
  if (workdays !== null) return { by: 'WORKDAYS', workdays };
  if (day !== null) return { by: 'DAY', day };
  const usual = defaultDueRule(kind);
  if (usual === null) throw reportTaskError('DUE_REQUIRED', { kindName: REPORT_KIND_NAMES[kind] });
  return usual;
}

/** What the task of a period is called: 2026年10月党建工作月报. */
export const plannedTitle = (periodKey: PeriodKey, name: string): string => `${periodLabel(periodKey)}${name}`;

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

/**
 * Where a plan begins: with a stated period, else with the one of today. Nobody is asked for what is long over. Throws
 * PERIOD_INVALID, PERIOD_KIND_MISMATCH or PLAN_PERIOD_PAST.
 */
export function firstPlanned(
  { kind, cadence, rule }: PlanRhythm,
  today: LocalDate,
  stated: PeriodKey | null,
): PlannedPeriod {
  const periodKey = stated ?? periodAt(cadence, today);
  assertPeriodOfKind(cadence, periodKey);
  assertPeriodOfKind(kind, periodKey);
  const earliest = previousPeriod(periodAt(cadence, today));
  if (daysOfPeriod(periodKey).from < daysOfPeriod(earliest).from) {
    throw reportTaskError('PLAN_PERIOD_PAST', { periodKey, earliest });
  }
  return plannedFor(periodKey, rule);
}

/** Where a plan that paused goes on, and what it would have opened meanwhile. */
export interface Resumption extends PlannedPeriod {
  readonly skipped: readonly PeriodKey[];
}

/** What a plan would have opened while it paused is not made up for; what opens today is opened. */
export function plannedOnResume(waiting: PlannedPeriod, rule: PlanRule, today: LocalDate): Resumption {
  const skipped: PeriodKey[] = [];
  let planned = waiting;
  while (planned.nextOpensOn < today) {
    skipped.push(planned.nextPeriod);
    planned = plannedAfter(planned.nextPeriod, rule);
  }
  return { ...planned, skipped };
}
