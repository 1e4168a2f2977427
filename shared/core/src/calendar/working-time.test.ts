import { OFFICIAL_YEARS } from './official-years';
import { composeCalendar } from './working-calendar';
import { composeWorkingTime, STANDARD_TIME_RULES, type TimeRules } from './working-time';

const year = (year: number, provisional: boolean, off: [string, string]): TimeRules['years'][number] => ({
  year,
  source: '市政府办公室通知',
  provisional,
  holidays: [{ name: '春节', off, makeUp: [] }],
});

const composed = (rules: Partial<TimeRules>) => composeWorkingTime({ ...STANDARD_TIME_RULES, ...rules });

describe('working time', () => {
  it('is the official calendar where a committee keeps nothing of its own, and has its version', () => {
    expect(composeWorkingTime().version).toBe(composeCalendar({ official: OFFICIAL_YEARS }).version);
  });

  it('takes a loaded table in place of the one that the hub carries', () => {
    const { calendar } = composed({ years: [year(2026, false, ['2026-02-16', '2026-02-20'])] });
    expect(calendar.isWorkday('2026-02-23')).toBe(true);
    expect(calendar.isWorkday('2026-02-14')).toBe(false);
    expect(calendar.isProvisional('2026-02-16')).toBe(false);
  });

  it('keeps a provisional table out where the hub carries the official one', () => {
    const { calendar } = composed({ years: [year(2026, true, ['2026-03-02', '2026-03-06'])] });
    expect(calendar.isWorkday('2026-03-02')).toBe(true);
  });

  it('answers provisionally for a year that is only expected', () => {
    const { calendar } = composed({ years: [year(2027, true, ['2027-02-05', '2027-02-12'])] });
    expect([calendar.isWorkday('2027-02-05'), calendar.isProvisional('2027-02-05')]).toEqual([false, true]);
  });

  it('says why a day is worked or not', () => {
    const { calendar } = composed({ overrides: [{ date: '2026-05-07', workday: false, note: '全市停工' }] });
    const days = ['2026-05-01', '2026-05-06', '2026-05-07', '2026-05-09', '2026-05-10'];
    expect(days.map((date) => calendar.dayOf(date))).toEqual([
      { workday: false, kind: 'HOLIDAY', note: '劳动节' },
      { workday: true, kind: 'WORKDAY', note: null },
      { workday: false, kind: 'LOCAL', note: '全市停工' },
      { workday: true, kind: 'MAKE_UP', note: '劳动节' },
      { workday: false, kind: 'WEEKEND', note: null },
    ]);
  });

  it('has a version of its own for other hours and for duty, alike however the duty is cut', () => {
    const duty = (...hours: number[]) =>
      hours.slice(1).map((to, index) => ({
        from: `2026-05-02T0${hours[index]}:00:00.000Z`,
        to: `2026-05-02T0${to}:00:00.000Z`,
      }));
    const whole = composed({ dutyPeriods: duty(1, 9) });
    const cut = composed({ dutyPeriods: duty(1, 4, 9).reverse() });
    const summer = composed({ officeHours: [{ from: '08:00', to: '12:00' }] });
    expect(cut.version).toBe(whole.version);
    expect(new Set([composeWorkingTime(), whole, summer].map(({ version }) => version)).size).toBe(3);
  });
});
