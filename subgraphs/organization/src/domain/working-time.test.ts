import { STANDARD_TIME_RULES, type TimeRules } from '@hub/core';
import { refusalOf } from '@hub/testing';

import type { Period } from './duty-window';
import { withDutyPeriods, withOverride, withoutOverride } from './working-time';

const at = (text: string) => new Date(`2026-05-${text}:00+08:00`);
const period = (from: string, to: string): Period => ({ from: at(from), to: at(to) });

describe('a local override', () => {
  const closed = { date: '2026-05-07', workday: false, note: '全市停工' };

  it('takes the place of an earlier one of the day, and goes without a trace', () => {
    const once = withOverride(STANDARD_TIME_RULES, closed);
    const again = withOverride(once, { ...closed, note: '因暴雨停工' });
    expect(again.overrides).toEqual([{ ...closed, note: '因暴雨停工' }]);
    expect(withoutOverride(again, closed.date)).toEqual(STANDARD_TIME_RULES);
  });

  it.each([
    ['that says what the table says', { ...closed, workday: true }, 'CALENDAR_OVERRIDE_NEEDLESS'],
    ['in a year without a table', { ...closed, date: '2031-05-07' }, 'CALENDAR_YEAR_MISSING'],
    ['without a note', { ...closed, note: '' }, 'CALENDAR_TEXT'],
  ])('is refused %s', (_, override, reason) => {
    expect(refusalOf(() => withOverride(STANDARD_TIME_RULES, override))).toBe(reason);
  });

  it('is not removed where there is none', () => {
    expect(refusalOf(() => withoutOverride(STANDARD_TIME_RULES, '2026-05-07'))).toBe('CALENDAR_OVERRIDE_NOT_FOUND');
  });
});

describe('duty periods', () => {
  const NOW = at('02T15:00');
  const arranged = (window: Period, periods: Period[], rules: TimeRules = STANDARD_TIME_RULES) =>
    withDutyPeriods(rules, window, periods, NOW);
  const periodsOf = ({ dutyPeriods }: TimeRules) => dutyPeriods.map(({ from, to }) => [new Date(from), new Date(to)]);

  it('are arranged anew within the window and stay outside of it, cut where it begins and ends', () => {
    const before = arranged(period('02T00:00', '20T00:00'), [
      period('03T18:00', '05T08:00'),
      period('10T18:00', '11T08:00'),
    ]);
    const after = arranged(period('04T00:00', '10T20:00'), [period('06T18:00', '06T22:00')], before);
    expect(periodsOf(after)).toEqual([
      [at('03T18:00'), at('04T00:00')],
      [at('06T18:00'), at('06T22:00')],
      [at('10T20:00'), at('11T08:00')],
    ]);
  });

  it('become one where they touch', () => {
    const rules = arranged(period('02T00:00', '09T00:00'), [
      period('03T18:00', '04T08:00'),
      period('04T08:00', '05T08:00'),
    ]);
    expect(periodsOf(rules)).toEqual([[at('03T18:00'), at('05T08:00')]]);
  });

  it.each([
    ['for days that are over', period('01T00:00', '09T00:00'), [], 'DUTY_WINDOW_PAST'],
    ['for a window that runs backwards', period('09T00:00', '03T00:00'), [], 'DUTY_WINDOW_INVALID'],
    ['for more than a year', { from: at('03T00:00'), to: new Date('2027-06-01') }, [], 'DUTY_WINDOW_INVALID'],
    ['outside the window', period('03T00:00', '09T00:00'), [period('08T18:00', '09T08:00')], 'DUTY_OUTSIDE_WINDOW'],
    [
      'that end before they begin',
      period('03T00:00', '09T00:00'),
      [period('04T08:00', '03T18:00')],
      'DUTY_PERIOD_INVALID',
    ],
  ])('are refused %s', (_, window, periods, reason) => {
    expect(refusalOf(() => arranged(window, periods))).toBe(reason);
  });

  it('may be arranged for today, from its first minute', () => {
    expect(periodsOf(arranged(period('02T00:00', '03T00:00'), [period('02T18:00', '03T00:00')]))).toHaveLength(1);
  });
});
