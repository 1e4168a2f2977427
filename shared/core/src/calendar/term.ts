import { addMonths, endOfDay, HOUR_MS, localDate } from './local-date';
import { addWorkdays, onOrAfterWorkday } from './working-days';
import { addWorkingHours, type HoursClock, isOfficeTime } from './working-hours';
import type { WorkingTime } from './working-time';

/** 时限, as a rule states it: so much time from when a clock begins. Each form brings its clock. */
export type Term =
  /** N个工作日: the day on which it begins does not count; ends when counters close. */
  | { readonly by: 'WORKDAYS'; readonly workdays: number }
  | { readonly by: 'HOURS'; readonly hours: number; readonly clock: HoursClock }
  /** 特急: runs always; how long depends on whether the office is open when it begins. */
  | { readonly by: 'ALWAYS'; readonly hoursInOffice: number; readonly hoursOutsideOffice: number }
  /** N个月内, for limits that bind an office: a last day that is not worked moves to the next that is. */
  | { readonly by: 'MONTHS'; readonly months: number };

/** When a term that begins at an instant is over. Throws CALENDAR_YEAR_MISSING for a year without holidays. */
export function termEnd(term: Term, from: Date, time: WorkingTime): Date {
  switch (term.by) {
    case 'WORKDAYS':
      return endOfDay(addWorkdays(time.calendar, localDate(from), term.workdays));
    case 'HOURS':
      return addWorkingHours(time, from, term.hours, term.clock);
    case 'ALWAYS': {
      const hours = isOfficeTime(time, from) ? term.hoursInOffice : term.hoursOutsideOffice;
      return new Date(from.getTime() + hours * HOUR_MS);
    }
    case 'MONTHS':
      return endOfDay(onOrAfterWorkday(time.calendar, addMonths(localDate(from), term.months)));
  }
}
