import { calendarError, localDate, localMinute, startOfDay } from '@hub/core';

import { workingTimeError } from './working-time.errors';

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const YEAR_MS = 366 * 24 * 3_600_000;

/** Duty is arranged window by window, such as a month: within one it is as given, outside it stays. */
export function assertDutyWindow(window: Period, now: Date): void {
  assertWindow(window);
  if (window.from < startOfDay(localDate(now))) throw workingTimeError('DUTY_WINDOW_PAST');
}

export function assertWindow({ from, to }: Period): void {
  if (!(from < to) || to.getTime() - from.getTime() > YEAR_MS) throw workingTimeError('DUTY_WINDOW_INVALID');
}

export function assertWithin(window: Period, period: Period): void {
  if (!(period.from < period.to)) throw calendarError('DUTY_PERIOD_INVALID', inWords(period));
  if (period.from < window.from || period.to > window.to)
    throw workingTimeError('DUTY_OUTSIDE_WINDOW', inWords(period));
}

const inWords = ({ from, to }: Period) => ({ from: localMinute(from), to: localMinute(to) });
