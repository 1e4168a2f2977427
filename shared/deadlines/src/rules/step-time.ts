import type { LadderContent, LadderStep } from '@hub/contracts';
import {
  addMonths,
  addWorkdays,
  addWorkingHours,
  afterQuietHours,
  type HoursClock,
  type LocalDate,
  localDate,
  onOrAfterWorkday,
  startOfDay,
  type WorkingTime,
  workingHoursBetween,
} from '@hub/core';

import type { DeadlineUrgency, OpenDeadline } from '../book';

/** By what a matter's reminders are timed: its own clock, and what the committee keeps. */
export interface StepClock {
  readonly deadline: Pick<OpenDeadline, 'startedAt' | 'dueAt'>;
  readonly urgency: DeadlineUrgency;
  readonly time: WorkingTime;
  readonly quietHours: LadderContent['quietHours'];
}

const HOUR_MS = 3_600_000;

/** 平件 stops outside office hours, 加急 runs on duty too; 特急 always runs and has no clock of hours (DOMAIN 2.4). */
const HOURS_CLOCK: Readonly<Record<DeadlineUrgency, HoursClock | null>> = {
  ORDINARY: 'OFFICE',
  URGENT: 'OFFICE_AND_DUTY',
  EXTRA_URGENT: null,
};

/**
 * When a step comes; its `occurrence` is 0 for the first time and counts up where the step repeats.
 * Throws CALENDAR_YEAR_MISSING when that lies in a year whose holidays are not known.
 */
export function stepTime(step: LadderStep, occurrence: number, clock: StepClock): Date {
  const first = firstTime(step, clock);
  const at = new Date(first.getTime() + occurrence * (step.repeatDays ?? 0) * 24 * HOUR_MS);
  return clock.urgency === 'EXTRA_URGENT' ? at : afterQuietHours(at, clock.quietHours);
}

function firstTime({ time: when }: LadderStep, clock: StepClock): Date {
  const { deadline, time } = clock;
  const { dueAt } = deadline;
  switch (when.by) {
    case 'SHARE':
      return when.share === 1 ? dueAt : shareOf(clock, when.share);
    case 'HOURS_AFTER':
      return later(clock, dueAt, when.hours);
    case 'WORKDAYS_AFTER':
      return opening(time, addWorkdays(time.calendar, localDate(dueAt), when.workdays));
    case 'MONTHS_BEFORE':
      return opening(time, onOrAfterWorkday(time.calendar, addMonths(localDate(dueAt), -when.months)));
    case 'DAY_OF_MONTH':
      return opening(time, onOrAfterWorkday(time.calendar, dayInMonthOf(dueAt, when.day)));
  }
}

/** The moment at which a share of the counted time has run. */
function shareOf(clock: StepClock, share: number): Date {
  const { startedAt, dueAt } = clock.deadline;
  const hoursClock = HOURS_CLOCK[clock.urgency];
  const hours = hoursClock === null ? 0 : workingHoursBetween(clock.time, startedAt, dueAt, hoursClock);
  // A clock that nobody's hours fall into is an ordinary clock.
  if (hours === 0) return new Date(startedAt.getTime() + (dueAt.getTime() - startedAt.getTime()) * share);
  return later(clock, startedAt, hours * share);
}

function later({ urgency, time }: StepClock, from: Date, hours: number): Date {
  const hoursClock = HOURS_CLOCK[urgency];
  if (hoursClock === null) return new Date(from.getTime() + hours * HOUR_MS);
  return addWorkingHours(time, from, hours, hoursClock);
}

/** When the office opens on a day. */
function opening({ officeHours }: WorkingTime, date: LocalDate): Date {
  return new Date(startOfDay(date).getTime() + (officeHours[0]?.from ?? 0));
}

const dayInMonthOf = (instant: Date, day: number): LocalDate =>
  `${localDate(instant).slice(0, 8)}${String(day).padStart(2, '0')}`;
