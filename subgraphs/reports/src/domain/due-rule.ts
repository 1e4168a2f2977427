import {
  addDays,
  endOfDay,
  type LocalDate,
  localDate,
  startOfDay,
  type Term,
  termEnd,
  type WorkingTime,
} from '@hub/core';

import { daysOfPeriod, type PeriodKey } from './period';
import { REPORT_KIND_NAMES, type ReportKind } from './report-kind';
import { reportTaskError } from './report-task.errors';

/** 报送时间, as a rule states it for every period of its kind. */
export type DueRule =
  /** 期后第N个工作日 */
  | { readonly by: 'WORKDAYS'; readonly workdays: number }
  /** That day of the first month after the period; where it is not worked, the next day that is. */
  | { readonly by: 'DAY'; readonly day: number };

/** DOMAIN §3.1. Kinds that are not here are due as each notice says. */
const DEFAULT_RULES: Readonly<Partial<Record<ReportKind, DueRule>>> = {
  MONTHLY: { by: 'WORKDAYS', workdays: 3 },
  QUARTERLY: { by: 'WORKDAYS', workdays: 5 },
  HALF_YEARLY: { by: 'DAY', day: 5 },
};

export const defaultDueRule = (kind: ReportKind): DueRule | null => DEFAULT_RULES[kind] ?? null;

const MOST_WORKDAYS = 60;

/** Throws DUE_RULE_INVALID. */
export function assertDueRule(rule: DueRule): void {
  const [name, value, most] = rule.by === 'WORKDAYS' ? ['工作日', rule.workdays, MOST_WORKDAYS] : ['日', rule.day, 28];
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw reportTaskError('DUE_RULE_INVALID', { problem: `${name}数须为 1 至 ${most} 的整数` });
}

/** What a date was counted from, so that a calendar that changes counts it anew. */
export interface CountedFrom {
  readonly term: Term;
  readonly from: LocalDate;
}

/** When something is due, and how that came about. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly dueAt: Date;
  readonly basis: 'STATED' | 'TERM';
  /** Null for what is stated, as the calendar is. */
  readonly counted: CountedFrom | null;
  readonly calendarVersion: string | null;
}

interface DueRequest {
  readonly periodKey: PeriodKey;
  readonly now: Date;
  readonly time: WorkingTime;
}

/** The end of what was counted, by a calendar. Throws CALENDAR_YEAR_MISSING for a year without holidays. */
export const countedEnd = ({ term, from }: CountedFrom, time: WorkingTime): Date =>
  termEnd(term, startOfDay(from), time);

/** 通知明确的日期. It is kept as it is stated, worked or not. Throws DUE_PAST. */
export function statedDue(dueOn: LocalDate, now: Date): Due {
  const dueAt = endOfDay(dueOn);
  if (dueAt <= now) throw reportTaskError('DUE_PAST', { dueOn });
  return { dueOn, dueAt, basis: 'STATED', counted: null, calendarVersion: null };
}

/** What is had at least where a rule gives a date that was over before anybody was asked. */
const AT_LEAST: Term = { by: 'WORKDAYS', workdays: 3 };

/** By a rule for a period. Throws CALENDAR_YEAR_MISSING for a year without holidays. */
export function ruledDue(rule: DueRule, { periodKey, now, time }: DueRequest): Due {
  const due = countedDue(fromPeriod(rule, periodKey), time);
  return due.dueAt > now ? due : countedDue({ term: AT_LEAST, from: localDate(now) }, time);
}

/** As stated, or by the rule of the kind. Throws DUE_REQUIRED, DUE_PAST or CALENDAR_YEAR_MISSING. */
export function dueOf(kind: ReportKind, stated: LocalDate | null, request: DueRequest): Due {
  if (stated !== null) return statedDue(stated, request.now);
  const rule = defaultDueRule(kind);
  if (rule === null) throw reportTaskError('DUE_REQUIRED', { kindName: REPORT_KIND_NAMES[kind] });
  return ruledDue(rule, request);
}

function fromPeriod(rule: DueRule, periodKey: PeriodKey): CountedFrom {
  const { to } = daysOfPeriod(periodKey);
  if (rule.by === 'WORKDAYS') return { term: rule, from: to };
  // A day of the next month is one month from the same day of this one.
  const from = `${to.slice(0, 8)}${String(rule.day).padStart(2, '0')}`;
  return { term: { by: 'MONTHS', months: 1 }, from };
}

function countedDue(counted: CountedFrom, time: WorkingTime): Due {
  const dueAt = countedEnd(counted, time);
  return { dueOn: localDate(dueAt), dueAt, basis: 'TERM', counted, calendarVersion: time.version };
}

/** 提前下达: how many days before the end of a period its task is opened; 0 is the day after it. */
export const MOST_DAYS_AHEAD = 60;

/** When a plan opens the task of a period. */
export const opensOn = (periodKey: PeriodKey, daysAhead: number): LocalDate =>
  addDays(daysOfPeriod(periodKey).to, 1 - daysAhead);
