import { addDays, addMonths, type LocalDate } from '@hub/core';

import { REPORT_KIND_NAMES, type ReportKind } from './report-kind';
import { reportTaskError } from './report-task.errors';

/** 所属期: `2026-10` (a month), `2026Q3`, `2026H1`, `2026`. */
export type PeriodKey = string;

export const CADENCE_NAMES = { MONTHLY: '月', QUARTERLY: '季度', HALF_YEARLY: '半年', YEARLY: '年' } as const;

/** How long a period is, and so how often one comes. */
export type Cadence = keyof typeof CADENCE_NAMES;

interface Period {
  readonly cadence: Cadence;
  readonly year: number;
  /** Which one of its year, from 1. */
  readonly ordinal: number;
}

const PATTERN = /^(20\d\d)(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?$/;
const MONTHS: Readonly<Record<Cadence, number>> = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 };
const NUMERALS = ['一', '二', '三', '四'];

/** Kinds that come at a pace of their own are reported for periods of that length; the others for any. */
const CADENCE_OF_KIND: Readonly<Partial<Record<ReportKind, Cadence>>> = {
  MONTHLY: 'MONTHLY',
  QUARTERLY: 'QUARTERLY',
  HALF_YEARLY: 'HALF_YEARLY',
  YEARLY: 'YEARLY',
};

/** The length that periods of a kind have; null for kinds that have none of their own. */
export const paceOfKind = (kind: ReportKind): Cadence | null => CADENCE_OF_KIND[kind] ?? null;

/** How long the period of a key is. Throws PERIOD_INVALID for one that does not exist. */
export const cadenceOf = (key: PeriodKey): Cadence => parse(key).cadence;

/** Throws PERIOD_INVALID for a period that does not exist, PERIOD_KIND_MISMATCH for one too long or short for the kind. */
export function assertPeriodOfKind(kind: ReportKind, key: PeriodKey): void {
  const wanted = paceOfKind(kind);
  if (wanted === null || cadenceOf(key) === wanted) {
    parse(key);
    return;
  }
  throw reportTaskError('PERIOD_KIND_MISMATCH', {
    periodKey: key,
    kindName: REPORT_KIND_NAMES[kind],
    cadenceName: CADENCE_NAMES[wanted],
  });
}

/** As people read it: 2026年10月, 2026年第三季度, 2026年上半年, 2026年. */
export function periodLabel(key: PeriodKey): string {
  const { cadence, year, ordinal } = parse(key);
  switch (cadence) {
    case 'MONTHLY':
      return `${year}年${ordinal}月`;
    case 'QUARTERLY':
      return `${year}年第${NUMERALS[ordinal - 1]}季度`;
    case 'HALF_YEARLY':
      return `${year}年${ordinal === 1 ? '上' : '下'}半年`;
    case 'YEARLY':
      return `${year}年`;
  }
}

/** The period of that length in which a day lies. */
export function periodAt(cadence: Cadence, date: LocalDate): PeriodKey {
  const month = Number(date.slice(5, 7));
  return format({ cadence, year: Number(date.slice(0, 4)), ordinal: Math.ceil(month / MONTHS[cadence]) });
}

export const nextPeriod = (key: PeriodKey): PeriodKey => shifted(key, 1);

export const previousPeriod = (key: PeriodKey): PeriodKey => shifted(key, -1);

/** First and last day. */
export interface PeriodDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function daysOfPeriod(key: PeriodKey): PeriodDays {
  const { cadence, year, ordinal } = parse(key);
  const month = (ordinal - 1) * MONTHS[cadence] + 1;
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, MONTHS[cadence]), -1) };
}

/** The months of a period as keys of their own: what was counted by month is added up over them. */
export function monthsOfPeriod(key: PeriodKey): readonly PeriodKey[] {
  const { from } = daysOfPeriod(key);
  return Array.from({ length: MONTHS[cadenceOf(key)] }, (_, index) => addMonths(from, index).slice(0, 7));
}

/** Whether two periods have days in common: a month and its quarter do. */
export function periodsOverlap(one: PeriodKey, other: PeriodKey): boolean {
  const [a, b] = [daysOfPeriod(one), daysOfPeriod(other)];
  return a.from <= b.to && b.from <= a.to;
}

function shifted(key: PeriodKey, by: 1 | -1): PeriodKey {
  const { cadence } = parse(key);
  const { from, to } = daysOfPeriod(key);
  const next = periodAt(cadence, by === 1 ? addDays(to, 1) : addDays(from, -1));
  // The first and the last year of the calendar of periods have no neighbour beyond.
  parse(next);
  return next;
}

function parse(key: PeriodKey): Period {
  const [, year, month, quarter, half] = PATTERN.exec(key) ?? [];
  if (year === undefined) throw reportTaskError('PERIOD_INVALID', { periodKey: String(key).slice(0, 20) });
  const of = (cadence: Cadence, ordinal: string): Period => ({ cadence, year: Number(year), ordinal: Number(ordinal) });
  if (month !== undefined) return of('MONTHLY', month);
  if (quarter !== undefined) return of('QUARTERLY', quarter);
  return half === undefined ? of('YEARLY', '1') : of('HALF_YEARLY', half);
}

function format({ cadence, year, ordinal }: Period): PeriodKey {
  switch (cadence) {
    case 'MONTHLY':
      return `${year}-${String(ordinal).padStart(2, '0')}`;
    case 'QUARTERLY':
      return `${year}Q${ordinal}`;
    case 'HALF_YEARLY':
      return `${year}H${ordinal}`;
    case 'YEARLY':
      return String(year);
  }
}
