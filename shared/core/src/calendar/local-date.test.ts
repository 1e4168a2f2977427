import { addDays, addMonths, endOfDay, isLocalDate, localDate, localTime, startOfDay } from './local-date';

describe('local dates', () => {
  it.each([
    ['2026-05-05T15:59:59.999Z', '2026-05-05', '23:59'],
    ['2026-05-05T16:00:00.000Z', '2026-05-06', '00:00'],
    ['2025-12-31T16:07:00.000Z', '2026-01-01', '00:07'],
  ])('the instant %s falls on %s, %s, in Shanghai', (instant, date, time) => {
    expect([localDate(new Date(instant)), localTime(new Date(instant))]).toEqual([date, time]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00:00Z', '', 20260101, null])(
    '%p is not a date',
    (value) => {
      expect(isLocalDate(value)).toBe(false);
    },
  );

  it('knows the leap days that exist', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2020-09-27', 60, '2025-09-27'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('ends a day at 18:00, or at midnight when asked', () => {
    expect(endOfDay('2026-05-06')).toEqual(new Date('2026-05-06T18:00:00+08:00'));
    expect(endOfDay('2026-05-06', 24)).toEqual(startOfDay('2026-05-07'));
  });

  it('refuses to compute with a text that is no date', () => {
    expect(() => addDays('10月30日', 1)).toThrow(expect.objectContaining({ reason: 'DATE_INVALID' }));
  });
});
