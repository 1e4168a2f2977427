import type { Cadence } from './period';
import {
  assertRhythm,
  firstPlanned,
  type PlanRule,
  paceOf,
  plannedAfter,
  plannedOnResume,
  plannedTitle,
  planRule,
} from './plan-rhythm';
import type { ReportKind } from './report-kind';

const refusal = (reason: string) => expect.objectContaining({ reason });
const rule: PlanRule = { by: 'WORKDAYS', workdays: 3, daysAhead: 6 };

describe('a plan', () => {
  it.each<[ReportKind, Cadence]>([
    ['MONTHLY', 'MONTHLY'],
    ['QUARTERLY', 'QUARTERLY'],
    ['HALF_YEARLY', 'HALF_YEARLY'],
    ['YEARLY', 'YEARLY'],
    ['SPECIAL', 'MONTHLY'],
    ['SPECIAL', 'YEARLY'],
  ])('asks for %s %s', (kind, cadence) => {
    expect(() => assertRhythm({ kind, cadence, rule })).not.toThrow();
  });

  it.each<[ReportKind, Cadence, string]>([
    ['MONTHLY', 'QUARTERLY', 'PLAN_CADENCE_MISMATCH'],
    ['YEARLY', 'MONTHLY', 'PLAN_CADENCE_MISMATCH'],
    ['IMPLEMENTATION', 'MONTHLY', 'PLAN_CADENCE_MISMATCH'],
    ['INFORMATION', 'MONTHLY', 'TASK_KIND_SPONTANEOUS'],
    ['HIGHLIGHT', 'YEARLY', 'TASK_KIND_SPONTANEOUS'],
    ['HONOR', 'YEARLY', 'TASK_KIND_SPONTANEOUS'],
  ])('does not ask for %s %s: %s', (kind, cadence, reason) => {
    expect(() => assertRhythm({ kind, cadence, rule })).toThrow(refusal(reason));
  });

  it.each([-1, 61, 1.5])('does not open %p days ahead', (daysAhead) => {
    const rhythm = { kind: 'MONTHLY', cadence: 'MONTHLY', rule: { ...rule, daysAhead } } as const;
    expect(() => assertRhythm(rhythm)).toThrow(refusal('DUE_RULE_INVALID'));
  });

  it('does not follow a rule that nothing follows', () => {
    const rhythm = { kind: 'MONTHLY', cadence: 'MONTHLY', rule: { by: 'DAY', day: 31, daysAhead: 0 } } as const;
    expect(() => assertRhythm(rhythm)).toThrow(refusal('DUE_RULE_INVALID'));
  });
});

describe('the rule of a plan', () => {
  it.each<[ReportKind, object, object]>([
    ['MONTHLY', {}, { by: 'WORKDAYS', workdays: 3, daysAhead: 5 }],
    ['QUARTERLY', { daysAhead: 0 }, { by: 'WORKDAYS', workdays: 5, daysAhead: 0 }],
    ['HALF_YEARLY', { daysAhead: null }, { by: 'DAY', day: 5, daysAhead: 5 }],
    ['MONTHLY', { dueDay: 10 }, { by: 'DAY', day: 10, daysAhead: 5 }],
    ['YEARLY', { dueWorkdays: 15, daysAhead: 30 }, { by: 'WORKDAYS', workdays: 15, daysAhead: 30 }],
  ])('of %s with %j is %j', (kind, given, expected) => {
    expect(planRule(kind, given)).toEqual(expected);
  });

  it.each<[ReportKind, object, string]>([
    ['YEARLY', {}, 'DUE_REQUIRED'],
    ['SPECIAL', { daysAhead: 3 }, 'DUE_REQUIRED'],
    ['MONTHLY', { dueWorkdays: 3, dueDay: 5 }, 'DUE_RULE_INVALID'],
  ])('of %s is not had from %j: %s', (kind, given, reason) => {
    expect(() => planRule(kind, given)).toThrow(refusal(reason));
  });
});

describe('the pace of a plan', () => {
  it.each<[ReportKind, Cadence | null, Cadence]>([
    ['MONTHLY', null, 'MONTHLY'],
    ['YEARLY', null, 'YEARLY'],
    ['SPECIAL', 'QUARTERLY', 'QUARTERLY'],
  ])('of %s with %p is %s', (kind, stated, expected) => {
    expect(paceOf(kind, stated)).toBe(expected);
  });

  it('is said for what has none of its own', () => {
    expect(() => paceOf('SPECIAL', null)).toThrow(refusal('PLAN_CADENCE_REQUIRED'));
  });
});

it.each([
  ['2020-10', '2020年10月党建工作月报'],
  ['2020Q4', '2020年第四季度党建工作月报'],
])('a task of %s is called %s', (periodKey, title) => {
  expect(plannedTitle(periodKey, '党建工作月报')).toBe(title);
});

const monthly = { kind: 'MONTHLY', cadence: 'MONTHLY', rule } as const;

describe('the period of a plan', () => {
  it('is that of today at first, or the stated one', () => {
    expect(firstPlanned(monthly, '2020-10-15', null)).toEqual({ nextPeriod: '2020-10', nextOpensOn: '2020-10-26' });
    expect(firstPlanned(monthly, '2020-10-15', '2020-09').nextPeriod).toBe('2020-09');
    expect(firstPlanned(monthly, '2020-10-15', '2020-12')).toEqual({
      nextPeriod: '2020-12',
      nextOpensOn: '2020-12-26',
    });
  });

  it.each([
    ['2020Q4', 'PERIOD_KIND_MISMATCH'],
    ['2020-13', 'PERIOD_INVALID'],
    ['2020-08', 'PLAN_PERIOD_PAST'],
  ])('is not %s: %s', (stated, reason) => {
    expect(() => firstPlanned(monthly, '2020-10-15', stated)).toThrow(refusal(reason));
  });

  it('of what has no pace of its own has the length that is planned', () => {
    const special = { kind: 'SPECIAL', cadence: 'QUARTERLY', rule } as const;
    expect(firstPlanned(special, '2020-10-15', null).nextPeriod).toBe('2020Q4');
    expect(() => firstPlanned(special, '2020-10-15', '2020-10')).toThrow(refusal('PERIOD_KIND_MISMATCH'));
  });

  it('is followed by the next one', () => {
    expect(plannedAfter('2020-12', rule)).toEqual({ nextPeriod: '2021-01', nextOpensOn: '2021-01-26' });
  });

  it.each([
    ['2020-10-20', '2020-10', []],
    ['2020-10-26', '2020-10', []],
    ['2020-10-27', '2020-11', ['2020-10']],
    ['2021-01-27', '2021-02', ['2020-10', '2020-11', '2020-12', '2021-01']],
  ])('after a pause, on %s, is %s', (today, nextPeriod, skipped) => {
    const waiting = { nextPeriod: '2020-10', nextOpensOn: '2020-10-26' };
    expect(plannedOnResume(waiting, rule, today)).toMatchObject({ nextPeriod, skipped });
  });
});
