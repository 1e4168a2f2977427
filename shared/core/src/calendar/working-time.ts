import { calendarError } from './calendar.errors';
import { addDays, HOUR_MS, type LocalDate, localDate, MINUTE_MS, startOfDay } from './local-date';
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

/** One stretch of the office day, as HH:MM in Asia/Shanghai. */
export interface OfficeWindow {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_OFFICE_HOURS: readonly OfficeWindow[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '18:00' },
];

/** The instant at which a clock that runs in office hours only has run for some hours. */
export function addWorkingHours(
  calendar: WorkingCalendar,
  instant: Date,
  hours: number,
  officeHours: readonly OfficeWindow[] = DEFAULT_OFFICE_HOURS,
): Date {
  if (!Number.isFinite(hours) || hours < 0) throw calendarError('WORKING_TIME_INVALID', { value: hours });
  const windows = parseWindows(officeHours);
  let left = Math.round(hours * HOUR_MS);
  if (left === 0) return instant;
  for (let date = localDate(instant); ; date = addDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue;
    const midnight = startOfDay(date).getTime();
    for (const window of windows) {
      const start = Math.max(midnight + window.from, instant.getTime());
      const available = Math.max(midnight + window.to - start, 0);
      if (left <= available) return new Date(start + left);
      left -= available;
    }
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function parseWindows(officeHours: readonly OfficeWindow[]): Stretch[] {
  const windows = officeHours.map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }));
  const ordered = windows.every(({ from, to }, index) => from < to && from >= (windows[index - 1]?.to ?? 0));
  // Without a single open minute the search for one would never end.
  if (windows.length === 0 || !ordered) throw calendarError('OFFICE_HOURS_INVALID');
  return windows;
}

function timeOfDay(text: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text);
  if (parts === null) throw calendarError('OFFICE_HOURS_INVALID');
  return Number(text.slice(0, 2)) * HOUR_MS + Number(text.slice(3)) * MINUTE_MS;
}
