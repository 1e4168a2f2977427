import type { LadderContent } from '@hub/contracts';
import { addDays, localDate, localTime, startOfDay } from '@hub/core';

/** The instant itself, or the end of the quiet hours into which it falls: they delay and never drop. */
export function afterQuietHours(at: Date, quietHours: LadderContent['quietHours']): Date {
  if (quietHours === null) return at;
  const { from, to } = quietHours;
  const time = localTime(at);
  const overnight = from > to;
  const quiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return at;
  const today = localDate(at);
  const day = overnight && time >= from ? addDays(today, 1) : today;
  return atTime(startOfDay(day), to);
}

/** Some time of a business day that begins at `midnight`. */
export function atTime(midnight: Date, time: string): Date {
  return new Date(midnight.getTime() + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000);
}
