import {
  type CalendarYear,
  characterCount,
  isPlainText,
  type LocalDate,
  OFFICIAL_YEARS,
  type TimeRules,
} from '@hub/core';

import { workingTimeError } from './working-time.errors';

/** How the table of a year stands: as the hub brings it, as loaded where it brings none, in its place, or expected. */
export const YEAR_STANDINGS = {
  CARRIED: '系统内置的正式安排',
  LOADED: '载入的正式安排',
  CORRECTED: '对系统内置安排的更正',
  PROVISIONAL: '暂定：尚未公布，公布后须以正式安排替换',
} as const;

export type YearStanding = keyof typeof YEAR_STANDINGS;

export interface YearTable extends CalendarYear {
  readonly standing: YearStanding;
}

export type LoadedYear = TimeRules['years'][number];

const carried = new Map(OFFICIAL_YEARS.map((table) => [table.year, table]));
const FIRST_YEAR = Math.min(...carried.keys());
/** Notices come in November of the year before; a year more is expected at most. */
const YEARS_AHEAD = 2;

/** The tables that are in force, by year; a provisional one gives way to the one that the hub has come to carry. */
export function yearTables({ years }: Pick<TimeRules, 'years'>): YearTable[] {
  const tables = new Map<number, YearTable>();
  for (const table of carried.values()) tables.set(table.year, { ...table, standing: 'CARRIED' });
  for (const { provisional, ...table } of years) {
    if (!provisional) tables.set(table.year, { ...table, standing: carried.has(table.year) ? 'CORRECTED' : 'LOADED' });
    else if (!carried.has(table.year)) tables.set(table.year, { ...table, standing: 'PROVISIONAL' });
  }
  return [...tables.values()].sort((a, b) => a.year - b.year);
}

/** The rules with that table for its year, in place of any that was loaded for it before. */
export function withYear(rules: TimeRules, table: LoadedYear, today: LocalDate): TimeRules {
  const { year, source, holidays, provisional } = table;
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > last) {
    throw workingTimeError('CALENDAR_YEAR_RANGE', { first: FIRST_YEAR, last });
  }
  assertText('来源', source, 4, 200);
  for (const { name } of holidays) assertText('节日名称', name, 2, 20);
  const present = yearTables(rules).find((each) => each.year === year);
  if (provisional && present !== undefined && present.standing !== 'PROVISIONAL') {
    throw workingTimeError('CALENDAR_YEAR_OFFICIAL', { year });
  }
  if (present !== undefined && saysTheSame(present, table)) throw workingTimeError('CALENDAR_YEAR_UNCHANGED', { year });
  const others = rules.years.filter((each) => each.year !== year);
  return { ...rules, years: [...others, table].sort((a, b) => a.year - b.year) };
}

function saysTheSame(present: YearTable, table: LoadedYear): boolean {
  const words = ({ source, holidays }: CalendarYear, provisional: boolean): string =>
    JSON.stringify([source, provisional, holidays.map(({ name, off, makeUp }) => [name, off, makeUp])]);
  return words(present, present.standing === 'PROVISIONAL') === words(table, table.provisional);
}

export function assertText(label: string, text: string, least: number, most: number): void {
  const count = characterCount(text.trim());
  if (count < least || count > most || !isPlainText(text))
    throw workingTimeError('CALENDAR_TEXT', { label, least, most });
}
