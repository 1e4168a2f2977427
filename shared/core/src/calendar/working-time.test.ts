import { OFFICIAL_YEARS } from './official-years';
import { composeCalendar } from './working-calendar';
import { addWorkdays, addWorkingHours, onOrAfterWorkday, workdaysBetween } from './working-time';

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

describe('working hours', () => {
  const at = (text: string) => new Date(`${text}:00+08:00`);

  it.each([
    ['2026-05-06T09:00', 2, '2026-05-06T11:00', 'inside one stretch'],
    ['2026-05-06T11:00', 1, '2026-05-06T12:00', 'up to the noon break'],
    ['2026-05-06T11:00', 2, '2026-05-06T15:30', 'over the noon break'],
    ['2026-05-06T13:00', 1, '2026-05-06T15:30', 'from within the noon break'],
    ['2026-05-06T06:00', 1, '2026-05-06T09:30', 'from before the office opens'],
    ['2026-05-06T17:30', 4, '2026-05-07T12:00', 'over the night'],
    ['2026-04-30T17:00', 2, '2026-05-06T09:30', 'over the Labour Day holiday'],
    ['2026-05-08T17:30', 1, '2026-05-09T09:00', 'into a make-up Saturday'],
    ['2026-05-06T20:00', 7, '2026-05-07T18:00', 'a whole day after closing time'],
    ['2026-05-06T20:00', 0, '2026-05-06T20:00', 'none at all'],
  ])('from %s, %d of them end at %s: %s', (start, hours, expected) => {
    expect(addWorkingHours(calendar, at(start), hours)).toEqual(at(expected));
  });

  it('follow the office hours given, such as those of summer', () => {
    const summer = [
      { from: '08:00', to: '12:00' },
      { from: '15:00', to: '18:00' },
    ];
    expect(addWorkingHours(calendar, at('2026-07-01T11:30'), 1, summer)).toEqual(at('2026-07-01T15:30'));
  });

  it.each([
    ['none', []],
    ['a stretch without length', [{ from: '09:00', to: '09:00' }]],
    ['a stretch that runs backwards', [{ from: '12:00', to: '08:30' }]],
    [
      'overlapping stretches',
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
    ],
    ['a time that does not exist', [{ from: '08:00', to: '25:00' }]],
  ])('refuse office hours with %s', (_, hours) => {
    expect(() => addWorkingHours(calendar, at('2026-05-06T09:00'), 1, hours)).toThrow(
      expect.objectContaining({ reason: 'OFFICE_HOURS_INVALID' }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuse to add %p of them', (hours) => {
    expect(() => addWorkingHours(calendar, at('2026-05-06T09:00'), hours)).toThrow(
      expect.objectContaining({ reason: 'WORKING_TIME_INVALID' }),
    );
  });
});
