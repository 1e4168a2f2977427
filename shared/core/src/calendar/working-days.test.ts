import { OFFICIAL_YEARS } from './official-years';
import { composeCalendar } from './working-calendar';
import { addWorkdays, onOrAfterWorkday, workdaysBetween } from './working-days';

const calendar = composeCalendar({ official: OFFICIAL_YEARS });

describe('working days', () => {
  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-04-26', 1, '2025-04-27'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2026-01-03', 1, '2026-01-04'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-06-18', 5, '2026-06-26'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2020-09-27', 3, '2020-09-30'],
    ['2026-05-06', 0, '2026-05-06'],
    ['2026-05-06', -1, '2026-04-30'],
  ])('%s and %i of them is %s', (date, n, expected) => {
    expect(addWorkdays(calendar, date, n)).toBe(expected);
    expect(workdaysBetween(calendar, date, expected)).toBe(n);
  });

  it('refuse to guess beyond the last table, naming the year', () => {
    expect(() => addWorkdays(calendar, '2026-12-31', 1)).toThrow(
      expect.objectContaining({
        reason: 'CALENDAR_YEAR_MISSING',
        kind: 'CONFLICT',
        details: { year: 2027 },
        message: expect.stringContaining('2027'),
      }),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse to count %p of them', (n) => {
    expect(() => addWorkdays(calendar, '2026-05-06', n)).toThrow(
      expect.objectContaining({ reason: 'WORKING_TIME_INVALID' }),
    );
  });

  it('move the end of a term in months off a holiday, and leave a worked day alone', () => {
    expect(onOrAfterWorkday(calendar, '2026-10-01')).toBe('2026-10-08');
    expect(onOrAfterWorkday(calendar, '2026-10-10')).toBe('2026-10-10');
  });
});
