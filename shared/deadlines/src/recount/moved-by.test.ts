import { composeWorkingTime, STANDARD_TIME_RULES, termEnd } from '@hub/core';

import type { CountedDeadline } from '../book';
import { movedBy } from './moved-by';

const at = (text: string) => new Date(`2020-10-${text}:00+08:00`);
const old = composeWorkingTime();
const time = composeWorkingTime({
  ...STANDARD_TIME_RULES,
  overrides: [
    { date: '2020-10-16', workday: false, note: '全市停工' },
    { date: '2020-10-24', workday: true, note: '防汛' },
  ],
});

const counted = (from: string, workdays: number, change: Partial<CountedDeadline> = {}): CountedDeadline => {
  const endBy = (by: typeof time) => termEnd({ by: 'WORKDAYS', workdays }, at(from), by);
  const key = { subjectId: 'subject', partId: 'part', obligation: 'ACKNOWLEDGE', organizationId: 'part', unitId: null };
  return { ...key, dueAt: endBy(old), calendarVersion: old.version, endBy, ...change };
};

describe('a change of the calendar', () => {
  it('moves what ends otherwise by it, later or earlier', () => {
    expect(movedBy(counted('15T09:00', 1), time, at('15T10:00'))?.movedTo).toEqual(at('19T18:00'));
    expect(movedBy(counted('19T09:00', 5), time, at('19T10:00'))?.movedTo).toEqual(at('24T18:00'));
  });

  it.each([
    ['what ends as before', counted('12T09:00', 2), at('12T10:00')],
    ['what was due', counted('15T09:00', 1), at('16T18:00')],
    ['what it would make due', counted('19T09:00', 5), at('24T18:00')],
    ['what was counted by it', counted('15T09:00', 1, { calendarVersion: time.version }), at('15T10:00')],
    [
      'what reaches into a year that it does not have',
      counted('15T09:00', 1, { endBy: (by) => termEnd({ by: 'WORKDAYS', workdays: 1 }, new Date('2031-01-01'), by) }),
      at('15T10:00'),
    ],
  ])('leaves %s', (_, deadline, now) => {
    expect(movedBy(deadline, time, now)).toBeNull();
  });

  it('does not swallow what is wrong otherwise', () => {
    const broken = counted('15T09:00', 1, {
      endBy: () => {
        throw new Error('broken');
      },
    });
    expect(() => movedBy(broken, time, at('15T10:00'))).toThrow('broken');
  });
});
