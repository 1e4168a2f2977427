import { addDays, HOUR_MS, localDate, localTime, MINUTE_MS, startOfDay } from './local-date';

/** 免打扰: from a time of day to another, over midnight when it is the later one. `20:00`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** The instant itself, or the end of the quiet hours into which it falls: they delay and never drop. */
export function afterQuietHours(at: Date, quietHours: QuietHours | null): Date {
  if (quietHours === null) return at;
  const { from, to } = quietHours;
  const time = localTime(at);
  const overnight = from > to;
  const quiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return at;
  const today = localDate(at);
  const day = overnight && time >= from ? addDays(today, 1) : today;
  const end = Number(to.slice(0, 2)) * HOUR_MS + Number(to.slice(3)) * MINUTE_MS;
  return new Date(startOfDay(day).getTime() + end);
}
