import { endOfDay, type LocalDate, type Term, termEnd, type WorkingTime } from '@hub/core';

import { reportError } from './report.errors';

interface ReasonSpec {
  readonly name: string;
  /** Says nothing by itself: which one, or what. */
  readonly needsNote: boolean;
}

/** Why a report is returned (DOMAIN 3.3). */
export const RETURN_REASONS = {
  UNTRUE: { name: '内容不实', needsNote: false },
  INCOMPLETE: { name: '要素不全', needsNote: false },
  WRONG_FORMAT: { name: '格式不符', needsNote: false },
  WRONG_PERIOD: { name: '所属期错误', needsNote: false },
  SENSITIVE: { name: '涉密或敏感', needsNote: false },
  DUPLICATE: { name: '重复报送', needsNote: true },
  /** A report must not hold a request; that one goes its own way. */
  HOLDS_REQUEST: { name: '夹带请示事项', needsNote: false },
  OTHER: { name: '其他', needsNote: true },
} as const satisfies Readonly<Record<string, ReasonSpec>>;

export type ReportReturnReason = keyof typeof RETURN_REASONS;

/** A field that the return is about, and what is wrong with it. */
export interface FieldMark {
  readonly key: string;
  readonly note: string | null;
}

/** Throws REPORT_RETURN_REASON_REQUIRED or REPORT_RETURN_NOTE_REQUIRED. */
export function assertReturnReasons(reasons: readonly ReportReturnReason[], note: string | null): void {
  if (reasons.length === 0) throw reportError('REPORT_RETURN_REASON_REQUIRED');
  const silent = note === null ? reasons.find((reason) => RETURN_REASONS[reason].needsNote) : undefined;
  if (silent) throw reportError('REPORT_RETURN_NOTE_REQUIRED', { reasonName: RETURN_REASONS[silent].name });
}

/** Throws MARKED_FIELD_UNKNOWN. */
export function assertMarks(marks: readonly FieldMark[], fields: readonly { readonly key: string }[]): void {
  const unknown = marks.find(({ key }) => !fields.some((field) => field.key === key));
  if (unknown) throw reportError('MARKED_FIELD_UNKNOWN', { key: unknown.key });
}

/** What a unit has at least when its report is returned. */
const RESUBMISSION: Term = { by: 'WORKDAYS', workdays: 3 };

export interface ResubmissionRequest {
  /** What the report was asked for until; null when nobody asked for it. */
  readonly dueAt: Date | null;
  /** The day that the office names. */
  readonly until: LocalDate | null;
  readonly now: Date;
  readonly time: WorkingTime;
}

/** A limit, and how it came about: a term is counted anew when the calendar changes, what is named or granted is not. */
export interface ResubmissionLimit {
  readonly dueAt: Date;
  readonly basis: 'GRANTED' | 'TERM';
  readonly term: Term | null;
  readonly calendarVersion: string | null;
}

/**
 * Until when a returned report is handed in again: the day the office names; else what is left of its limit, and at least
 * some working days. What nobody asked for has no limit but the office's. Throws RESUBMIT_DUE_PAST.
 */
export function resubmissionLimit({ dueAt, until, now, time }: ResubmissionRequest): ResubmissionLimit | null {
  if (until !== null) return granted(limitOf(until, now));
  if (dueAt === null) return null;
  const counted = termEnd(RESUBMISSION, now, time);
  if (dueAt > counted) return granted(dueAt);
  return { dueAt: counted, basis: 'TERM', term: RESUBMISSION, calendarVersion: time.version };
}

const granted = (dueAt: Date): ResubmissionLimit => ({ dueAt, basis: 'GRANTED', term: null, calendarVersion: null });

function limitOf(until: LocalDate, now: Date): Date {
  const limit = endOfDay(until);
  if (limit <= now) throw reportError('RESUBMIT_DUE_PAST', { until });
  return limit;
}
