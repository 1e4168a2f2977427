import { createHash } from 'node:crypto';

import { calendarError } from './calendar.errors';
import { addDays, isLocalDate, isWeekend, type LocalDate, yearOf } from './local-date';

export interface WorkingCalendar {
  /** Names the data the answers came from: kept with each due date, so that a correction touches no past clock. */
  readonly version: string;
  /** Throws CALENDAR_YEAR_MISSING for a year without a table. */
  isWorkday(date: LocalDate): boolean;
}

/** Why a day is worked or not: by the week, by the national table, or because the city departs from it. */
export type DayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP' | 'LOCAL';

export interface CalendarDay {
  readonly workday: boolean;
  readonly kind: DayKind;
  /** The name of the holiday, or the note of the local override. */
  readonly note: string | null;
}

export interface HolidayArrangement {
  readonly name: string;
  /** First and last day off, both included. */
  readonly off: readonly [from: LocalDate, to: LocalDate];
  /** Weekend days worked in exchange (调休上班). */
  readonly makeUp: readonly LocalDate[];
}

/** What is announced for the days of one calendar year. */
export interface CalendarYear {
  readonly year: number;
  /** The notices it was taken from. */
  readonly source: string;
  readonly holidays: readonly HolidayArrangement[];
}

/** A day on which the city departs from the national table, such as a closure. */
export interface CalendarOverride {
  readonly date: LocalDate;
  readonly workday: boolean;
  readonly note: string;
}

export interface CalendarParts {
  readonly official: readonly CalendarYear[];
  readonly overrides?: readonly CalendarOverride[];
  /** Years an administrator expects (暂定); the official table of the same year replaces them. */
  readonly provisional?: readonly CalendarYear[];
}

export interface ComposedCalendar extends WorkingCalendar {
  isLoaded(date: LocalDate): boolean;
  /** Throws CALENDAR_YEAR_MISSING like `isWorkday`. */
  dayOf(date: LocalDate): CalendarDay;
  /** Whether a date rests on a provisional table, so that its deadline is recomputed when the notice comes. */
  isProvisional(date: LocalDate): boolean;
}

/** Merges the tables into one calendar. Equal data gives an equal version, on every machine. */
export function composeCalendar({ official, overrides = [], provisional = [] }: CalendarParts): ComposedCalendar {
  const officialYears = new Set(official.map((table) => table.year));
  const expected = provisional.filter((table) => !officialYears.has(table.year));
  const expectedYears = new Set(expected.map((table) => table.year));
  const tables = [...official, ...expected].sort((a, b) => a.year - b.year);
  const years = new Set(tables.map((table) => table.year));
  const exceptions = new Map([...tables.flatMap(exceptionsOf), ...overrides.map(exceptionOf)]);
  const dayOf = (date: LocalDate): CalendarDay => {
    const ordinary = isWeekend(date) ? WEEKEND : WORKDAY;
    if (!years.has(yearOf(date))) throw calendarError('CALENDAR_YEAR_MISSING', { year: yearOf(date) });
    return exceptions.get(date) ?? ordinary;
  };
  return {
    version: versionOf([...expectedYears], [...years], exceptions),
    isLoaded: (date) => years.has(yearOf(date)),
    dayOf,
    isWorkday: (date) => dayOf(date).workday,
    isProvisional: (date) => expectedYears.has(yearOf(date)),
  };
}

const WORKDAY: CalendarDay = { workday: true, kind: 'WORKDAY', note: null };
const WEEKEND: CalendarDay = { workday: false, kind: 'WEEKEND', note: null };

type Exception = readonly [date: LocalDate, day: CalendarDay];

function exceptionsOf(table: CalendarYear): Exception[] {
  const exceptions = new Map<LocalDate, CalendarDay>();
  const add = (date: LocalDate, day: CalendarDay): void => {
    if (exceptions.has(date)) throw tableError(`${date} 出现了两次`);
    exceptions.set(date, day);
  };
  for (const { name, off, makeUp } of table.holidays) {
    for (const date of [...off, ...makeUp]) assertInYear(date, table.year, name);
    if (off[0] > off[1]) throw tableError(`${name}的起止日期颠倒`);
    for (let date = off[0]; date <= off[1]; date = addDays(date, 1)) {
      add(date, { workday: false, kind: 'HOLIDAY', note: name });
    }
    for (const date of makeUp) {
      if (!isWeekend(date)) throw tableError(`${name}的调休上班日 ${date} 不是周末`);
      add(date, { workday: true, kind: 'MAKE_UP', note: name });
    }
  }
  return [...exceptions];
}

const tableError = (fault: string): Error => calendarError('CALENDAR_TABLE_INVALID', { fault });

function exceptionOf({ date, workday, note }: CalendarOverride): Exception {
  if (!isLocalDate(date)) throw calendarError('DATE_INVALID', { value: date });
  return [date, { workday, kind: 'LOCAL', note }];
}

function assertInYear(date: LocalDate, year: number, name: string): void {
  if (!isLocalDate(date)) throw calendarError('DATE_INVALID', { value: date });
  if (yearOf(date) !== year) throw tableError(`${name}的日期 ${date} 不在 ${year} 年内`);
}

function versionOf(provisional: number[], years: number[], exceptions: ReadonlyMap<LocalDate, CalendarDay>): string {
  const days = [...exceptions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, { workday }]) => [date, workday]);
  return createHash('sha256')
    .update(JSON.stringify([years, provisional.sort(), days]))
    .digest('hex')
    .slice(0, 16);
}
