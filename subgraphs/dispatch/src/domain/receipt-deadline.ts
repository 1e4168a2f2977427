import { endOfDay, type LocalDate, type Term, termEnd, type WorkingTime } from '@hub/core';

import type { Duty } from './duty';
import type { Urgency } from './urgency';

export interface ServiceLevel {
  /** How long a unit has to sign. */
  readonly acknowledge: Term;
  /** Used when the issuer states no date. */
  readonly feedback: Term;
  /** What a unit has at least when its feedback is returned. */
  readonly resubmission: Term;
}

/** The terms of a committee; a change is a new version, so that a due date says by which terms it was set. */
export interface ServiceLevels {
  readonly version: string;
  readonly levels: Readonly<Record<Urgency, ServiceLevel>>;
}

const workdays = (count: number): Term => ({ by: 'WORKDAYS', workdays: count });

export const DEFAULT_SERVICE_LEVELS: ServiceLevels = {
  version: 'default-1',
  levels: {
    ORDINARY: { acknowledge: workdays(1), feedback: workdays(10), resubmission: workdays(3) },
    URGENT: {
      acknowledge: { by: 'HOURS', hours: 4, clock: 'OFFICE_AND_DUTY' },
      feedback: workdays(3),
      resubmission: workdays(1),
    },
    EXTRA_URGENT: {
      acknowledge: { by: 'ALWAYS', hoursInOffice: 1, hoursOutsideOffice: 2 },
      feedback: workdays(1),
      resubmission: workdays(1),
    },
  },
};

export interface DeadlineRequest {
  readonly urgency: Urgency;
  readonly duty: Duty;
  readonly deliveredAt: Date;
  readonly time: WorkingTime;
  /** The date the issuer printed (“10月30日前”): it goes before any default term. */
  readonly statedFeedbackDate?: LocalDate | null;
  readonly serviceLevels?: ServiceLevels;
}

export interface ReceiptDeadlines {
  readonly acknowledgeBy: Date | null;
  readonly feedbackBy: Date | null;
  /** Whether the limit for feedback is the printed date or counted by the calendar. */
  readonly feedbackBasis: 'STATED' | 'TERM';
  /** Past clocks are not recomputed when the calendar or the terms change: each due date keeps their versions. */
  readonly calendarVersion: string;
  readonly serviceLevelVersion: string;
}

/** The clocks of one receipt, started at its own delivery. Throws CALENDAR_YEAR_MISSING for a year without holidays. */
export function receiptDeadlines(request: DeadlineRequest): ReceiptDeadlines {
  const { urgency, duty, deliveredAt, time, serviceLevels = DEFAULT_SERVICE_LEVELS } = request;
  const level = serviceLevels.levels[urgency];
  const stated = statedLimit(request);
  const feedbackBy = duty === 'FEEDBACK' ? (stated ?? termEnd(level.feedback, deliveredAt, time)) : null;
  return {
    acknowledgeBy: duty === 'READ' ? null : signLimit(level, deliveredAt, feedbackBy, time),
    feedbackBy,
    feedbackBasis: stated === null ? 'TERM' : 'STATED',
    calendarVersion: time.version,
    serviceLevelVersion: serviceLevels.version,
  };
}

/** A paper reissued after the printed date has passed gets the default term: its own clock must be possible to keep. */
function statedLimit({ statedFeedbackDate, deliveredAt }: DeadlineRequest): Date | null {
  const stated = statedFeedbackDate ? endOfDay(statedFeedbackDate) : null;
  return stated !== null && stated > deliveredAt ? stated : null;
}

/** Nobody signs later than he answers; a limit for feedback that was over before the clock began says nothing. */
export function signLimit({ acknowledge }: ServiceLevel, from: Date, feedbackBy: Date | null, time: WorkingTime): Date {
  const signBy = termEnd(acknowledge, from, time);
  return feedbackBy !== null && feedbackBy > from && feedbackBy < signBy ? feedbackBy : signBy;
}

/**
 * Until when feedback that was returned is given again: what is left of its limit, and at least some working days; a
 * return never leaves a unit with a limit that has passed.
 */
export function resubmissionLimit(
  feedbackBy: Date | null,
  { urgency, time, now }: { readonly urgency: Urgency; readonly time: WorkingTime; readonly now: Date },
  { levels }: ServiceLevels = DEFAULT_SERVICE_LEVELS,
): Date {
  const granted = termEnd(levels[urgency].resubmission, now, time);
  return feedbackBy !== null && feedbackBy > granted ? feedbackBy : granted;
}

/** Until when a unit signs whose return was answered: its clock to sign begins anew, and ends with the one for feedback. */
export function acknowledgeLimitAnew(
  feedbackBy: Date | null,
  { urgency, time, now }: { readonly urgency: Urgency; readonly time: WorkingTime; readonly now: Date },
  { levels }: ServiceLevels = DEFAULT_SERVICE_LEVELS,
): Date {
  return signLimit(levels[urgency], now, feedbackBy, time);
}
