import { composeWorkingTime, STANDARD_TIME_RULES } from '@hub/core';

import {
  assertDueRule,
  countedEnd,
  type DueRule,
  defaultDueRule,
  dueOf,
  opensOn,
  ruledDue,
  statedDue,
} from './due-rule';
import type { ReportKind } from './report-kind';

const time = composeWorkingTime();
const at = (text: string) => new Date(`${text}:00+08:00`);
const refusal = (reason: string) => expect.objectContaining({ reason });
const end = (date: string) => at(`${date}T18:00`);

describe('a report of a kind', () => {
  it.each([
    // 1 October to 8 October 2020 are holidays, 10 October is worked.
    ['MONTHLY', '2020-09', '2020-09-25T09:00', '2020-10-12'],
    ['MONTHLY', '2020-10', '2020-10-25T09:00', '2020-11-04'],
    ['QUARTERLY', '2020Q3', '2020-09-25T09:00', '2020-10-14'],
    ['QUARTERLY', '2020Q2', '2020-06-25T09:00', '2020-07-07'],
    // 5 July 2020 is a Sunday, 5 July 2021 a Monday.
    ['HALF_YEARLY', '2020H1', '2020-06-20T09:00', '2020-07-06'],
    ['HALF_YEARLY', '2021H1', '2021-06-20T09:00', '2021-07-05'],
    ['HALF_YEARLY', '2020H2', '2020-12-20T09:00', '2021-01-05'],
  ] as const)('%s for %s, asked on %s, is due on %s', (kind, periodKey, now, dueOn) => {
    const due = dueOf(kind, null, { periodKey, now: at(now), time });
    expect(due).toMatchObject({ dueOn, dueAt: end(dueOn), basis: 'TERM', calendarVersion: time.version });
    expect(due.counted && countedEnd(due.counted, time)).toEqual(due.dueAt);
  });

  it.each(['YEARLY', 'SPECIAL', 'IMPLEMENTATION'] as const)('%s is due as its notice says', (kind) => {
    const request = { periodKey: '2020', now: at('2020-12-01T09:00'), time };
    expect(defaultDueRule(kind)).toBeNull();
    expect(() => dueOf(kind, null, request)).toThrow(refusal('DUE_REQUIRED'));
    // A stated day is kept, though this one is a Sunday.
    expect(dueOf(kind, '2020-12-20', request)).toEqual({
      dueOn: '2020-12-20',
      dueAt: end('2020-12-20'),
      basis: 'STATED',
      counted: null,
      calendarVersion: null,
    });
  });

  it('is due as stated, where the kind has a day of its own', () => {
    const request = { periodKey: '2020-10', now: at('2020-10-25T09:00'), time };
    expect(dueOf('MONTHLY', '2020-11-20', request).dueOn).toBe('2020-11-20');
  });
});

it.each([
  ['2020-10-14', '2020-10-15T09:00'],
  ['2020-10-15', '2020-10-15T18:00'],
])('nothing is due on %s when it is asked at %s', (dueOn, now) => {
  expect(() => statedDue(dueOn, at(now))).toThrow(refusal('DUE_PAST'));
});

it('what was over before it was asked has three working days', () => {
  const late = { periodKey: '2020-08', now: at('2020-10-15T09:00'), time };
  expect(ruledDue({ by: 'WORKDAYS', workdays: 3 }, late)).toMatchObject({ dueOn: '2020-10-20', basis: 'TERM' });
});

it('what was counted follows a calendar that changes', () => {
  const due = dueOf('MONTHLY', null, { periodKey: '2020-10', now: at('2020-10-25T09:00'), time });
  const overrides = [{ date: '2020-11-03', workday: false, note: '全市停工' }];
  const changed = composeWorkingTime({ ...STANDARD_TIME_RULES, overrides });
  expect(due.counted && countedEnd(due.counted, changed)).toEqual(end('2020-11-05'));
});

describe('a rule', () => {
  it.each<DueRule>([
    { by: 'WORKDAYS', workdays: 1 },
    { by: 'WORKDAYS', workdays: 60 },
    { by: 'DAY', day: 1 },
    { by: 'DAY', day: 28 },
  ])('may be %p', (rule) => {
    expect(() => assertDueRule(rule)).not.toThrow();
  });

  it.each<DueRule>([
    { by: 'WORKDAYS', workdays: 0 },
    { by: 'WORKDAYS', workdays: 61 },
    { by: 'WORKDAYS', workdays: 2.5 },
    { by: 'DAY', day: 0 },
    { by: 'DAY', day: 29 },
  ])('is not %p', (rule) => {
    expect(() => assertDueRule(rule)).toThrow(refusal('DUE_RULE_INVALID'));
  });

  it('of each kind is one that may be', () => {
    const kinds: readonly ReportKind[] = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY'];
    for (const kind of kinds) expect(() => assertDueRule(defaultDueRule(kind) as DueRule)).not.toThrow();
  });
});

it.each([
  ['2020-10', 0, '2020-11-01'],
  ['2020-10', 6, '2020-10-26'],
  ['2020Q4', 10, '2020-12-22'],
  ['2020H1', 1, '2020-06-30'],
])('%s is opened %i days ahead on %s', (periodKey, daysAhead, day) => {
  expect(opensOn(periodKey, daysAhead)).toBe(day);
});
