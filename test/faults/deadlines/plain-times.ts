/**
 * When reminders are due, by arithmetic that shares nothing with the hub's: instants in Asia/Shanghai, and weeks of
 * autumn 2020 in which every weekday is worked and nothing else is.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

export type Urgency = 'ORDINARY' | 'URGENT' | 'EXTRA_URGENT';
export type Obligation = 'ACKNOWLEDGE' | 'FEEDBACK';

/** The day of an instant, as the midnight that begins it. */
export const midnightOf = (instant: number): number => Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET;

const isWeekend = (midnight: number): boolean => [0, 6].includes(new Date(midnight + OFFSET).getUTCDay());

/** So many weekdays after the day of an instant. */
export function weekdayAfter(instant: number, days: number): number {
  let day = midnightOf(instant);
  for (let left = days; left > 0; ) {
    day += DAY;
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

/** Counters close at 18:00. */
export const closingAfter = (instant: number, days: number): number => weekdayAfter(instant, days) + 18 * HOUR;

const openingAfter = (instant: number, days: number): number => weekdayAfter(instant, days) + 8.5 * HOUR;

/** Until when a paper is signed that was issued at 9:00 of a weekday (特急: at any time of the office's hours). */
export function signBy(urgency: Urgency, issuedAt: number): number {
  switch (urgency) {
    case 'EXTRA_URGENT':
      return issuedAt + HOUR;
    // Four office hours: three before noon, the fourth from half past two.
    case 'URGENT':
      return issuedAt + 6.5 * HOUR;
    case 'ORDINARY':
      return closingAfter(issuedAt, 1);
  }
}

/** When half of the time has run: for papers of the office's clock, as it was read off a calendar by hand. */
function half(urgency: Urgency, startedAt: number, dueAt: number): number {
  switch (urgency) {
    case 'EXTRA_URGENT':
      return startedAt + (dueAt - startedAt) / 2;
    case 'URGENT':
      return startedAt + 2 * HOUR;
    // 6.5 of 13.5 hours on the first day, a quarter of an hour on the second.
    case 'ORDINARY':
      return midnightOf(dueAt) + 8.75 * HOUR;
  }
}

/** Each step of a clock, and when it comes. */
export function stepsOf(
  urgency: Urgency,
  obligation: Obligation,
  startedAt: number,
  dueAt: number,
): readonly (readonly [step: string, at: number])[] {
  const after =
    urgency === 'EXTRA_URGENT' && obligation === 'ACKNOWLEDGE'
      ? [1, 2, 4, 24].map((hours) => dueAt + hours * HOUR)
      : [1, 2, 3, 5].map((days) => openingAfter(dueAt, days));
  return [
    ['HALF', half(urgency, startedAt, dueAt)],
    ['END', dueAt],
    ...after.map((at, index) => [`L${index + 1}`, at] as const),
  ];
}
