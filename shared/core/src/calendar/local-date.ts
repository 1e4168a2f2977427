import { calendarError } from './calendar.errors';

/** A business day as YYYY-MM-DD in Asia/Shanghai. Sorts as text. */
export type LocalDate = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** China has kept +08:00 without summer time since 1991; no other zone exists in the hub. */
const ZONE_OFFSET_MS = 8 * HOUR_MS;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The business day on which an instant falls. */
export function localDate(instant: Date): LocalDate {
  return new Date(instant.getTime() + ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of that day at which an instant falls: `09:30`. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + ZONE_OFFSET_MS).toISOString().slice(11, 16);
}

/** Day and time as people read them: `2020-10-16 18:00`. */
export function localMinute(instant: Date): string {
  return `${localDate(instant)} ${localTime(instant)}`;
}

export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && utcMidnight(value) !== null;
}

/** The instant at which a business day begins. */
export function startOfDay(date: LocalDate): Date {
  return new Date(midnight(date) - ZONE_OFFSET_MS);
}

/** The last instant for a thing due on a day: counters close at 18:00; a term that runs to midnight passes 24. */
export function endOfDay(date: LocalDate, hour = 18): Date {
  return new Date(startOfDay(date).getTime() + hour * HOUR_MS);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day number some months on, or the last day of a month that is too short. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = new Date(midnight(date));
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  return new Date(Date.UTC(start.getUTCFullYear(), month, day)).toISOString().slice(0, 10);
}

export function isWeekend(date: LocalDate): boolean {
  const day = new Date(midnight(date)).getUTCDay();
  return day === 0 || day === 6;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function midnight(date: LocalDate): number {
  const time = utcMidnight(date);
  if (time === null) throw calendarError('DATE_INVALID', { value: String(date).slice(0, 32) });
  return time;
}

function utcMidnight(text: string): number | null {
  const parts = PATTERN.exec(text);
  if (parts === null) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 30 February for 1 March: only a day that comes back unchanged exists.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time;
}
