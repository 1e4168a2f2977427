import * as chineseDays from 'chinese-days';

import { addDays } from './local-date';
import { OFFICIAL_YEARS } from './official-years';
import { composeCalendar } from './working-calendar';
import { workdaysBetween } from './working-days';

const calendar = composeCalendar({ official: OFFICIAL_YEARS });

describe('the official tables', () => {
  it('agree with an independent source on every day from 2018 to 2026', () => {
    const differing: string[] = [];
    for (let date = '2018-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      if (calendar.isWorkday(date) !== chineseDays.isWorkday(date)) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it.each([
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('give %i its 248 working days month by month', (year, expected) => {
    const lastDays = Array.from({ length: 13 }, (_, month) =>
      new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
    );
    const counts = lastDays.slice(1).map((last, month) => workdaysBetween(calendar, lastDays[month] as string, last));
    expect(counts).toEqual(expected);
    expect(counts.reduce((sum, count) => sum + count)).toBe(248);
  });

  it('name the notice they were taken from', () => {
    for (const { source } of OFFICIAL_YEARS) expect(source).toMatch(/^国办发明电〔\d{4}〕\d+号/);
  });
});
