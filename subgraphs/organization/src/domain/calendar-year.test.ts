import { OFFICIAL_YEARS, STANDARD_TIME_RULES, type TimeRules } from '@hub/core';
import { refusalOf } from '@hub/testing';

import { type LoadedYear, withYear, yearTables } from './calendar-year';

const TODAY = '2026-11-26';

const table = (change: Partial<LoadedYear> = {}): LoadedYear => ({
  year: 2027,
  source: '国办发明电〔2026〕9号',
  provisional: false,
  holidays: [{ name: '春节', off: ['2027-02-05', '2027-02-12'], makeUp: ['2027-02-13'] }],
  ...change,
});

const expected = table({ source: '按惯例预计', provisional: true });
const load = (...tables: LoadedYear[]): TimeRules =>
  tables.reduce((rules, each) => withYear(rules, each, TODAY), STANDARD_TIME_RULES);
const standingOf = (rules: TimeRules, year: number) => yearTables(rules).find((each) => each.year === year)?.standing;

describe('the table of a year', () => {
  it('is provisional until the notice comes, and official from then on', () => {
    const before = load(expected);
    expect(standingOf(before, 2027)).toBe('PROVISIONAL');
    const after = withYear(before, table(), TODAY);
    expect([standingOf(after, 2027), after.years.length]).toEqual(['LOADED', 1]);
  });

  it('says that it corrects the one that the hub carries, which stays where nothing was loaded', () => {
    const [carried] = OFFICIAL_YEARS.filter(({ year }) => year === 2026);
    const corrected = { ...table({ year: 2026 }), holidays: carried?.holidays.slice(1) ?? [] };
    const rules = load(corrected);
    expect([standingOf(rules, 2026), standingOf(rules, 2025)]).toEqual(['CORRECTED', 'CARRIED']);
  });

  it('gives way to the one that the hub has come to carry, while it was only expected', () => {
    const kept = { ...STANDARD_TIME_RULES, years: [table({ year: 2026, provisional: true })] };
    expect(standingOf(kept, 2026)).toBe('CARRIED');
  });

  it('may be expected otherwise than before', () => {
    const other = { ...expected, holidays: [{ name: '春节', off: ['2027-02-06', '2027-02-13'] as const, makeUp: [] }] };
    expect(load(expected, other).years).toEqual([other]);
  });

  it.each<[string, LoadedYear[], string]>([
    ['of a year long past', [table({ year: 2017 })], 'CALENDAR_YEAR_RANGE'],
    ['of a year too far ahead', [table({ year: 2029 })], 'CALENDAR_YEAR_RANGE'],
    ['of no whole year', [table({ year: 2026.5 })], 'CALENDAR_YEAR_RANGE'],
    ['without a source', [table({ source: ' ' })], 'CALENDAR_TEXT'],
    [
      'with a holiday without a name',
      [table({ holidays: [{ name: '', off: ['2027-01-01', '2027-01-01'], makeUp: [] }] })],
      'CALENDAR_TEXT',
    ],
    ['expected in place of the notice', [table(), expected], 'CALENDAR_YEAR_OFFICIAL'],
    ['expected of a year that the hub carries', [table({ year: 2026, provisional: true })], 'CALENDAR_YEAR_OFFICIAL'],
    ['that is there already', [table(), table()], 'CALENDAR_YEAR_UNCHANGED'],
  ])('is refused %s', (_, tables, reason) => {
    expect(refusalOf(() => load(...tables))).toBe(reason);
  });
});
