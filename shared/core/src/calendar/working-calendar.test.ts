import { OFFICIAL_YEARS } from './official-years';
import { type CalendarYear, composeCalendar } from './working-calendar';

const year2027 = (off: [string, string], makeUp: string[] = []): CalendarYear => ({
  year: 2027,
  source: '暂定',
  holidays: [{ name: '春节', off, makeUp }],
});

describe('a composed calendar', () => {
  it('puts a local override above the national table', () => {
    const calendar = composeCalendar({
      official: OFFICIAL_YEARS,
      overrides: [
        { date: '2026-05-06', workday: false, note: '全市停工' },
        { date: '2026-05-04', workday: true, note: '防汛' },
      ],
    });
    expect(calendar.isWorkday('2026-05-06')).toBe(false);
    expect(calendar.isWorkday('2026-05-04')).toBe(true);
    expect(calendar.isWorkday('2026-05-07')).toBe(true);
  });

  it('answers for a provisional year and says so', () => {
    const calendar = composeCalendar({
      official: OFFICIAL_YEARS,
      provisional: [year2027(['2027-02-05', '2027-02-12'])],
    });
    expect(calendar.isWorkday('2027-02-05')).toBe(false);
    expect(calendar.isProvisional('2027-02-05')).toBe(true);
    expect(calendar.isProvisional('2026-02-05')).toBe(false);
  });

  it('drops a provisional year when the official one arrives', () => {
    const official = [...OFFICIAL_YEARS, year2027(['2027-02-06', '2027-02-13'])];
    const provisional = [year2027(['2027-02-05', '2027-02-12'])];
    const calendar = composeCalendar({ official, provisional });
    expect(calendar.isWorkday('2027-02-05')).toBe(true);
    expect(calendar.isProvisional('2027-02-05')).toBe(false);
    expect(calendar.version).toBe(composeCalendar({ official }).version);
  });

  it('names its data: the same data alike, any other day, override or standing differently', () => {
    const plain = composeCalendar({ official: OFFICIAL_YEARS });
    const reordered = composeCalendar({ official: [...OFFICIAL_YEARS].reverse() });
    const closed = composeCalendar({
      official: OFFICIAL_YEARS,
      overrides: [{ date: '2026-05-06', workday: false, note: '' }],
    });
    const expected = composeCalendar({
      official: OFFICIAL_YEARS,
      provisional: [year2027(['2027-01-01', '2027-01-01'])],
    });
    const announced = composeCalendar({ official: [...OFFICIAL_YEARS, year2027(['2027-01-01', '2027-01-01'])] });
    expect(reordered.version).toBe(plain.version);
    expect(new Set([plain, closed, expected, announced].map(({ version }) => version)).size).toBe(4);
  });

  it.each([
    ['a day of another year', year2027(['2026-12-31', '2027-01-01']), 'CALENDAR_TABLE_INVALID'],
    ['a make-up day of another year', year2027(['2027-01-01', '2027-01-01'], ['2028-01-02']), 'CALENDAR_TABLE_INVALID'],
    ['a range that runs backwards', year2027(['2027-01-03', '2027-01-01']), 'CALENDAR_TABLE_INVALID'],
    ['a make-up day on a weekday', year2027(['2027-01-01', '2027-01-01'], ['2027-01-04']), 'CALENDAR_TABLE_INVALID'],
    ['a make-up day that is off', year2027(['2027-01-01', '2027-01-03'], ['2027-01-03']), 'CALENDAR_TABLE_INVALID'],
    ['a day that does not exist', year2027(['2027-02-29', '2027-03-01']), 'DATE_INVALID'],
  ])('refuses a table with %s', (_, table, reason) => {
    expect(() => composeCalendar({ official: [table] })).toThrow(expect.objectContaining({ reason }));
  });

  it('refuses an override for a day that does not exist', () => {
    const overrides = [{ date: '2026-02-30', workday: false, note: '' }];
    expect(() => composeCalendar({ official: OFFICIAL_YEARS, overrides })).toThrow(
      expect.objectContaining({ reason: 'DATE_INVALID' }),
    );
  });
});
