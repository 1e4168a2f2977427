import { addWorkingHours, isOfficeTime, workingHoursBetween } from './working-hours';
import { composeWorkingTime, STANDARD_TIME_RULES } from './working-time';

const at = (text: string) => new Date(`${text}:00+08:00`);
const time = composeWorkingTime();

describe('working hours', () => {
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
    expect(addWorkingHours(time, at(start), hours)).toEqual(at(expected));
    expect(workingHoursBetween(time, at(start), at(expected))).toBe(hours);
  });

  it('follow the office hours given, such as those of summer', () => {
    const summer = [
      { from: '08:00', to: '12:00' },
      { from: '15:00', to: '18:00' },
    ];
    expect(
      addWorkingHours(composeWorkingTime({ ...STANDARD_TIME_RULES, officeHours: summer }), at('2026-07-01T11:30'), 1),
    ).toEqual(at('2026-07-01T15:30'));
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
  ])('refuse office hours with %s', (_, officeHours) => {
    expect(() => composeWorkingTime({ ...STANDARD_TIME_RULES, officeHours })).toThrow(
      expect.objectContaining({ reason: 'OFFICE_HOURS_INVALID' }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuse to add %p of them', (hours) => {
    expect(() => addWorkingHours(time, at('2026-05-06T09:00'), hours)).toThrow(
      expect.objectContaining({ reason: 'WORKING_TIME_INVALID' }),
    );
  });

  it('count none backwards, and need no table beyond the day they end on', () => {
    expect(workingHoursBetween(time, at('2026-05-07T09:00'), at('2026-05-06T09:00'))).toBe(0);
    expect(workingHoursBetween(time, at('2026-12-31T08:30'), at('2026-12-31T20:00'))).toBe(7);
  });

  it.each([
    ['2026-05-06T08:29', false],
    ['2026-05-06T08:30', true],
    ['2026-05-06T12:00', false],
    ['2026-05-05T10:00', false],
    ['2026-05-09T10:00', true],
  ])('are on at %s: %p', (instant, expected) => {
    expect(isOfficeTime(time, at(instant))).toBe(expected);
  });
});

describe('hours of the office and the duty roster', () => {
  const onDuty = composeWorkingTime({
    ...STANDARD_TIME_RULES,
    dutyPeriods: [
      { from: '2026-05-02T09:00:00+08:00', to: '2026-05-02T12:00:00+08:00' },
      { from: '2026-05-06T17:00:00+08:00', to: '2026-05-07T02:00:00+08:00' },
      { from: '2026-05-06T16:00:00+08:00', to: '2026-05-06T20:00:00+08:00' },
    ],
  });

  it.each([
    ['2026-05-01T10:00', 2, '2026-05-02T11:00', 'on a holiday with duty'],
    ['2026-05-01T10:00', 4, '2026-05-06T09:30', 'over a holiday with some duty'],
    ['2026-05-06T17:00', 4, '2026-05-06T21:00', 'on from office hours into duty, counting no minute twice'],
    ['2026-05-06T23:00', 2, '2026-05-07T01:00', 'over midnight'],
    ['2026-05-07T01:00', 2, '2026-05-07T09:30', 'from the end of duty to the office'],
  ])('from %s, %d of them end at %s: %s', (start, hours, expected) => {
    expect(addWorkingHours(onDuty, at(start), hours, 'OFFICE_AND_DUTY')).toEqual(at(expected));
    expect(workingHoursBetween(onDuty, at(start), at(expected), 'OFFICE_AND_DUTY')).toBe(hours);
  });

  it('leave the clock of the office alone', () => {
    expect(addWorkingHours(onDuty, at('2026-05-06T17:00'), 2)).toEqual(at('2026-05-07T09:30'));
  });

  it.each([
    ['backwards', '2026-05-02T12:00:00Z', '2026-05-02T09:00:00Z'],
    ['without length', '2026-05-02T12:00:00Z', '2026-05-02T12:00:00Z'],
    ['from no instant', 'soon', '2026-05-02T12:00:00Z'],
  ])('refuse a period %s', (_, from, to) => {
    expect(() => composeWorkingTime({ ...STANDARD_TIME_RULES, dutyPeriods: [{ from, to }] })).toThrow(
      expect.objectContaining({ reason: 'DUTY_PERIOD_INVALID' }),
    );
  });
});
