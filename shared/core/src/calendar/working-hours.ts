import { calendarError } from './calendar.errors';
import { addDays, HOUR_MS, type LocalDate, localDate, startOfDay } from './local-date';
import { joinSpans, type Span, type WorkingTime } from './working-time';

/** What a clock of hours runs in: the office's own hours, or those and the duty roster (加急). */
export type HoursClock = 'OFFICE' | 'OFFICE_AND_DUTY';

/** The instant at which a clock has run for some hours. */
export function addWorkingHours(time: WorkingTime, instant: Date, hours: number, clock: HoursClock = 'OFFICE'): Date {
  if (!Number.isFinite(hours) || hours < 0) throw calendarError('WORKING_TIME_INVALID', { value: hours });
  let left = Math.round(hours * HOUR_MS);
  if (left === 0) return instant;
  for (let date = localDate(instant); ; date = addDays(date, 1)) {
    for (const span of workingSpans(time, date, clock)) {
      const start = Math.max(span.from, instant.getTime());
      const available = Math.max(span.to - start, 0);
      if (left <= available) return new Date(start + left);
      left -= available;
    }
  }
}

/** How many hours a clock has run from one instant to a later one; 0 for an earlier. */
export function workingHoursBetween(time: WorkingTime, from: Date, to: Date, clock: HoursClock = 'OFFICE'): number {
  let total = 0;
  for (let date = localDate(from); startOfDay(date) < to; date = addDays(date, 1)) {
    for (const span of workingSpans(time, date, clock)) total += overlap(span, from.getTime(), to.getTime());
  }
  return total / HOUR_MS;
}

/** When a clock runs on one day, in order; none on a day off without duty. */
export function workingSpans(time: WorkingTime, date: LocalDate, clock: HoursClock): readonly Span[] {
  const midnight = startOfDay(date).getTime();
  const office = time.calendar.isWorkday(date)
    ? time.officeHours.map(({ from, to }) => ({ from: midnight + from, to: midnight + to }))
    : [];
  if (clock === 'OFFICE') return office;
  const nextMidnight = midnight + 24 * HOUR_MS;
  const duty = time.dutyPeriods
    .filter(({ from, to }) => from < nextMidnight && to > midnight)
    .map(({ from, to }) => ({ from: Math.max(from, midnight), to: Math.min(to, nextMidnight) }));
  return joinSpans([...office, ...duty]);
}

export function isOfficeTime(time: WorkingTime, instant: Date): boolean {
  const at = instant.getTime();
  return workingSpans(time, localDate(instant), 'OFFICE').some(({ from, to }) => from <= at && at < to);
}

/** Milliseconds that a stretch has within another. */
export function overlap(span: Span, from: number, to: number): number {
  return Math.max(Math.min(span.to, to) - Math.max(span.from, from), 0);
}
