import {
  addWorkdays,
  addWorkingHours,
  endOfDay,
  isOfficeTime,
  type LocalDate,
  localDate,
  type WorkingTime,
} from '@hub/core';

import type { Duty } from './duty';
import type { Urgency } from './urgency';

/** How long a unit has to sign. Each form brings its clock: by days, in hours of office and duty, or always running. */
export type AcknowledgeTerm =
  | { readonly clock: 'WORKDAYS'; readonly workdays: number }
  | { readonly clock: 'OFFICE_AND_DUTY'; readonly hours: number }
  | { readonly clock: 'ALWAYS'; readonly hoursInOffice: number; readonly hoursOutsideOffice: number };

export interface ServiceLevel {
  readonly acknowledge: AcknowledgeTerm;
  /** Used when the issuer states no date. */
  readonly feedbackWorkdays: number;
  /** What a unit has at least when its feedback is returned. */
  readonly resubmitWorkdays: number;
}

/** The terms of a committee; a change is a new version, so that a due date says by which terms it was set. */
export interface ServiceLevels {
  readonly version: string;
  readonly levels: Readonly<Record<Urgency, ServiceLevel>>;
}

export const DEFAULT_SERVICE_LEVELS: ServiceLevels = {
  version: 'default-1',
  levels: {
    ORDINARY: { acknowledge: { clock: 'WORKDAYS', workdays: 1 }, feedbackWorkdays: 10, resubmitWorkdays: 3 },
    URGENT: { acknowledge: { clock: 'OFFICE_AND_DUTY', hours: 4 }, feedbackWorkdays: 3, resubmitWorkdays: 1 },
    EXTRA_URGENT: {
      acknowledge: { clock: 'ALWAYS', hoursInOffice: 1, hoursOutsideOffice: 2 },
      feedbackWorkdays: 1,
      resubmitWorkdays: 1,
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
  const feedbackBy = duty === 'FEEDBACK' ? (stated ?? termLimit(time, deliveredAt, level.feedbackWorkdays)) : null;
  const signBy = duty === 'READ' ? null : acknowledgeDeadline(level.acknowledge, deliveredAt, time);
  return {
    acknowledgeBy: signBy !== null && feedbackBy !== null && feedbackBy < signBy ? feedbackBy : signBy,
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

function termLimit({ calendar }: WorkingTime, from: Date, workdays: number): Date {
  return endOfDay(addWorkdays(calendar, localDate(from), workdays));
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
  const granted = termLimit(time, now, levels[urgency].resubmitWorkdays);
  return feedbackBy !== null && feedbackBy > granted ? feedbackBy : granted;
}

/** Until when a unit signs whose return was answered: its clock to sign begins anew, and ends with the one for feedback. */
export function acknowledgeLimitAnew(
  feedbackBy: Date | null,
  { urgency, time, now }: { readonly urgency: Urgency; readonly time: WorkingTime; readonly now: Date },
  { levels }: ServiceLevels = DEFAULT_SERVICE_LEVELS,
): Date {
  const signBy = acknowledgeDeadline(levels[urgency].acknowledge, now, time);
  return feedbackBy !== null && feedbackBy > now && feedbackBy < signBy ? feedbackBy : signBy;
}

function acknowledgeDeadline(term: AcknowledgeTerm, deliveredAt: Date, time: WorkingTime): Date {
  switch (term.clock) {
    case 'WORKDAYS':
      return endOfDay(addWorkdays(time.calendar, localDate(deliveredAt), term.workdays));
    case 'OFFICE_AND_DUTY':
      return addWorkingHours(time, deliveredAt, term.hours, term.clock);
    case 'ALWAYS': {
      const hours = isOfficeTime(time, deliveredAt) ? term.hoursInOffice : term.hoursOutsideOffice;
      return new Date(deliveredAt.getTime() + hours * 3_600_000);
    }
  }
}
