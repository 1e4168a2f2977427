import { addDays, localDate, localTime, startOfDay } from '@hub/core';

/** 免打扰: from a time of day to another, over midnight when it is the later one. `20:00`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { from: '20:00', to: '08:00' };

/** When something may go out: at once, or at the end of the quiet hours it falls into. They delay and never drop. */
export function notBefore(now: Date, quiet: QuietHours | null, urgent: boolean): Date {
  if (urgent || quiet === null || quiet.from === quiet.to) return now;
  const time = localTime(now);
  const overMidnight = quiet.from > quiet.to;
  const isQuiet = overMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return now;
  const today = localDate(now);
  return atTime(overMidnight && time >= quiet.from ? addDays(today, 1) : today, quiet.to);
}

function atTime(date: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(date).getTime() + (hours * 60 + minutes) * 60_000);
}
