import { composeWorkingTime, STANDARD_TIME_RULES } from '@hub/core';
import { refusalOf } from '@hub/testing';

import type { Duty } from './duty';
import { type DeadlineRequest, receiptDeadlines } from './receipt-deadline';
import type { Urgency } from './urgency';

const time = composeWorkingTime();

function at(local: string): Date {
  return new Date(`${local}:00+08:00`);
}

function deadlines(urgency: Urgency, duty: Duty, delivered: string, more: Partial<DeadlineRequest> = {}) {
  return receiptDeadlines({ urgency, duty, deliveredAt: at(delivered), time, ...more });
}

describe('the clocks of a receipt', () => {
  const signing: [Urgency, string, string][] = [
    ['ORDINARY', '2026-03-02T10:00', '2026-03-03T18:00'],
    ['ORDINARY', '2026-03-06T17:59', '2026-03-09T18:00'],
    ['ORDINARY', '2026-02-13T10:00', '2026-02-14T18:00'],
    ['ORDINARY', '2026-09-30T10:00', '2026-10-08T18:00'],
    ['URGENT', '2026-03-02T08:30', '2026-03-02T15:00'],
    ['URGENT', '2026-03-06T17:00', '2026-03-09T11:30'],
    ['EXTRA_URGENT', '2026-03-02T10:00', '2026-03-02T11:00'],
    ['EXTRA_URGENT', '2026-03-02T13:00', '2026-03-02T15:00'],
    ['EXTRA_URGENT', '2026-03-01T10:00', '2026-03-01T12:00'],
    ['EXTRA_URGENT', '2026-03-02T18:00', '2026-03-02T20:00'],
  ];

  it.each(signing)('%s delivered %s is signed by %s', (urgency, delivered, due) => {
    expect(deadlines(urgency, 'ACKNOWLEDGE', delivered)).toMatchObject({ acknowledgeBy: at(due), feedbackBy: null });
  });

  it('runs for 加急 while somebody is on duty, and for 平件 and 特急 as ever', () => {
    const dutyPeriods = [{ from: '2026-03-06T18:00:00+08:00', to: '2026-03-07T00:00:00+08:00' }];
    const onDuty = { time: composeWorkingTime({ ...STANDARD_TIME_RULES, dutyPeriods }) };
    const signBy = (urgency: Urgency) => deadlines(urgency, 'ACKNOWLEDGE', '2026-03-06T17:00', onDuty).acknowledgeBy;
    expect(signBy('URGENT')).toEqual(at('2026-03-06T21:00'));
    expect(signBy('ORDINARY')).toEqual(at('2026-03-09T18:00'));
    expect(signBy('EXTRA_URGENT')).toEqual(at('2026-03-06T18:00'));
  });

  const feedback: [Urgency, string, string | null, string][] = [
    ['ORDINARY', '2026-03-02T10:00', null, '2026-03-16T18:00'],
    ['URGENT', '2026-03-02T10:00', null, '2026-03-05T18:00'],
    ['EXTRA_URGENT', '2026-03-06T20:00', null, '2026-03-09T18:00'],
    ['ORDINARY', '2026-03-02T10:00', '2026-10-30', '2026-10-30T18:00'],
    ['ORDINARY', '2026-03-02T10:00', '2026-03-01', '2026-03-16T18:00'],
  ];

  it.each(feedback)('%s delivered %s with stated date %s gives feedback by %s', (urgency, delivered, stated, due) => {
    expect(deadlines(urgency, 'FEEDBACK', delivered, { statedFeedbackDate: stated }).feedbackBy).toEqual(at(due));
  });

  it('never let a unit sign later than it must answer', () => {
    const { acknowledgeBy } = deadlines('ORDINARY', 'FEEDBACK', '2026-03-02T10:00', {
      statedFeedbackDate: '2026-03-02',
    });
    expect(acknowledgeBy).toEqual(at('2026-03-02T18:00'));
  });

  it('do not run for a reader, and need no calendar', () => {
    expect(deadlines('ORDINARY', 'READ', '2099-01-01T10:00')).toMatchObject({ acknowledgeBy: null, feedbackBy: null });
  });

  it('fail loudly in a year without holidays', () => {
    expect(refusalOf(() => deadlines('ORDINARY', 'ACKNOWLEDGE', '2099-01-01T10:00'))).toBe('CALENDAR_YEAR_MISSING');
  });

  it('name the calendar and the terms they were set by', () => {
    const { calendarVersion, serviceLevelVersion } = deadlines('URGENT', 'ACKNOWLEDGE', '2026-03-02T10:00');
    expect([calendarVersion, serviceLevelVersion]).toEqual([time.version, 'default-1']);
  });
});
