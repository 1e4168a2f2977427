import { createHash } from 'node:crypto';

import { calendarError } from './calendar.errors';
import { HOUR_MS, MINUTE_MS } from './local-date';
import { OFFICIAL_YEARS } from './official-years';
import { type CalendarOverride, type CalendarYear, type ComposedCalendar, composeCalendar } from './working-calendar';

/** One stretch of the office day, as HH:MM in Asia/Shanghai. */
export interface OfficeWindow {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_OFFICE_HOURS: readonly OfficeWindow[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '18:00' },
];

/** Milliseconds, from the first to before the last: of a day for office hours, of the epoch for duty. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a committee keeps beside the official tables that the hub carries. */
export interface TimeRules {
  readonly years: readonly (CalendarYear & { readonly provisional: boolean })[];
  readonly overrides: readonly CalendarOverride[];
  readonly officeHours: readonly OfficeWindow[];
  /** 值班: instants as ISO texts. */
  readonly dutyPeriods: readonly { readonly from: string; readonly to: string }[];
}

export const STANDARD_TIME_RULES: TimeRules = {
  years: [],
  overrides: [],
  officeHours: DEFAULT_OFFICE_HOURS,
  dutyPeriods: [],
};

/** All that clocks of the hub run by: which days are worked, from when to when, and when somebody answers besides. */
export interface WorkingTime {
  /** Names the data as a whole: kept with each due date. */
  readonly version: string;
  readonly calendar: ComposedCalendar;
  readonly officeHours: readonly Span[];
  /** In order, apart from each other. */
  readonly dutyPeriods: readonly Span[];
}

/** A table that was loaded as official corrects the one that the hub carries for the same year. */
export function composeWorkingTime(rules: TimeRules = STANDARD_TIME_RULES): WorkingTime {
  const loaded = rules.years.filter(({ provisional }) => !provisional);
  const corrected = new Set(loaded.map(({ year }) => year));
  const calendar = composeCalendar({
    official: [...OFFICIAL_YEARS.filter(({ year }) => !corrected.has(year)), ...loaded],
    provisional: rules.years.filter(({ provisional }) => provisional),
    overrides: rules.overrides,
  });
  const officeHours = parseOfficeHours(rules.officeHours);
  const dutyPeriods = joinSpans(rules.dutyPeriods.map(parsePeriod));
  return { version: versionOf(calendar.version, officeHours, dutyPeriods), calendar, officeHours, dutyPeriods };
}

/** Throws OFFICE_HOURS_INVALID for hours that no clock could run by. */
export function parseOfficeHours(officeHours: readonly OfficeWindow[]): Span[] {
  const spans = officeHours.map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }));
  const ordered = spans.every(({ from, to }, index) => from < to && from >= (spans[index - 1]?.to ?? 0));
  // Without a single open minute the search for one would never end.
  if (spans.length === 0 || !ordered) throw calendarError('OFFICE_HOURS_INVALID');
  return spans;
}

/** In order, those that touch or overlap as one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

function timeOfDay(text: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text);
  if (parts === null) throw calendarError('OFFICE_HOURS_INVALID');
  return Number(text.slice(0, 2)) * HOUR_MS + Number(text.slice(3)) * MINUTE_MS;
}

function parsePeriod(period: { readonly from: string; readonly to: string }): Span {
  const span = { from: Date.parse(period.from), to: Date.parse(period.to) };
  if (!(span.from < span.to)) throw calendarError('DUTY_PERIOD_INVALID', period);
  return span;
}

function versionOf(calendar: string, officeHours: readonly Span[], dutyPeriods: readonly Span[]): string {
  const usual = JSON.stringify(officeHours) === JSON.stringify(parseOfficeHours(DEFAULT_OFFICE_HOURS));
  // Due dates from before hours could differ name the calendar alone: they rest on the same data.
  if (usual && dutyPeriods.length === 0) return calendar;
  return createHash('sha256')
    .update(JSON.stringify([calendar, officeHours, dutyPeriods]))
    .digest('hex')
    .slice(0, 16);
}
