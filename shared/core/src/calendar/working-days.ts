import { calendarError } from './calendar.errors';
import { addDays, type LocalDate } from './local-date';
import type { WorkingCalendar } from './working-calendar';

/**
 * The n-th working day after a date ("N个工作日": the day of the event does not count).
 * A negative n counts back, for a reminder some working days before a due date.
 */
export function addWorkdays(calendar: WorkingCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isSafeInteger(n)) throw calendarError('WORKING_TIME_INVALID', { value: n });
  const step = Math.sign(n);
  let current = date;
  for (let left = Math.abs(n); left > 0; ) {
    current = addDays(current, step);
    if (calendar.isWorkday(current)) left -= 1;
  }
  return current;
}

/** How many working days lie after `from` up to `to`: the n for which `addWorkdays(from, n)` reaches `to`. */
export function workdaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  const step = from <= to ? 1 : -1;
  let count = 0;
  for (let current = from; current !== to; ) {
    current = addDays(current, step);
    if (calendar.isWorkday(current)) count += step;
  }
  return count;
}

/** The date itself when it is worked, else the next working day: the end of a term in months that binds the office. */
export function onOrAfterWorkday(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return calendar.isWorkday(date) ? date : addWorkdays(calendar, date, 1);
}
