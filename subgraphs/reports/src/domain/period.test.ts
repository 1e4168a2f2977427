import {
  assertPeriodOfKind,
  cadenceOf,
  daysOfPeriod,
  monthsOfPeriod,
  nextPeriod,
  periodAt,
  periodLabel,
  periodsOverlap,
  previousPeriod,
} from './period';

const refusal = (reason: string) => expect.objectContaining({ reason });

describe('a period', () => {
  it.each([
    ['2026-10', 'MONTHLY', '2026年10月', '2026-09', '2026-11', '2026-10-01', '2026-10-31'],
    ['2026-12', 'MONTHLY', '2026年12月', '2026-11', '2027-01', '2026-12-01', '2026-12-31'],
    ['2024-02', 'MONTHLY', '2024年2月', '2024-01', '2024-03', '2024-02-01', '2024-02-29'],
    ['2026Q1', 'QUARTERLY', '2026年第一季度', '2025Q4', '2026Q2', '2026-01-01', '2026-03-31'],
    ['2026Q4', 'QUARTERLY', '2026年第四季度', '2026Q3', '2027Q1', '2026-10-01', '2026-12-31'],
    ['2026H1', 'HALF_YEARLY', '2026年上半年', '2025H2', '2026H2', '2026-01-01', '2026-06-30'],
    ['2026H2', 'HALF_YEARLY', '2026年下半年', '2026H1', '2027H1', '2026-07-01', '2026-12-31'],
    ['2026', 'YEARLY', '2026年', '2025', '2027', '2026-01-01', '2026-12-31'],
  ] as const)('%s is one of those that are %s', (key, cadence, label, before, after, from, to) => {
    expect(cadenceOf(key)).toBe(cadence);
    expect(periodLabel(key)).toBe(label);
    expect(previousPeriod(key)).toBe(before);
    expect(nextPeriod(key)).toBe(after);
    expect(daysOfPeriod(key)).toEqual({ from, to });
    expect(periodAt(cadence, from)).toBe(key);
    expect(periodAt(cadence, to)).toBe(key);
  });

  it.each([
    '',
    '2026-13',
    '2026-00',
    '2026-1',
    '2026Q0',
    '2026Q5',
    '2026H0',
    '2026H3',
    '1999',
    '2100',
    '20260',
    '2026-10 ',
    '二〇二六',
  ])('"%s" does not exist', (key) => {
    expect(() => cadenceOf(key)).toThrow(refusal('PERIOD_INVALID'));
    expect(() => assertPeriodOfKind('SPECIAL', key)).toThrow(refusal('PERIOD_INVALID'));
    expect(() => assertPeriodOfKind('MONTHLY', key)).toThrow(refusal('PERIOD_INVALID'));
  });

  it('ends with the calendar of periods', () => {
    expect(() => nextPeriod('2099-12')).toThrow(refusal('PERIOD_INVALID'));
    expect(() => previousPeriod('2000')).toThrow(refusal('PERIOD_INVALID'));
  });

  it('has its months', () => {
    expect(monthsOfPeriod('2026-10')).toEqual(['2026-10']);
    expect(monthsOfPeriod('2026Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOfPeriod('2026H1')).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
    expect(monthsOfPeriod('2026')).toHaveLength(12);
  });

  it.each([
    ['2026-10', '2026-10', true],
    ['2026-10', '2026Q4', true],
    ['2026-10', '2026H2', true],
    ['2026Q3', '2026', true],
    ['2026-10', '2026-11', false],
    ['2026-10', '2026Q3', false],
    ['2026H1', '2026Q3', false],
    ['2026', '2025', false],
  ])('%s and %s have days in common: %s', (one, other, expected) => {
    expect(periodsOverlap(one, other)).toBe(expected);
    expect(periodsOverlap(other, one)).toBe(expected);
  });
});

describe('the period of a kind', () => {
  it.each([
    ['MONTHLY', '2026-10'],
    ['QUARTERLY', '2026Q3'],
    ['HALF_YEARLY', '2026H1'],
    ['YEARLY', '2026'],
    ['SPECIAL', '2026-10'],
    ['SPECIAL', '2026'],
    ['IMPLEMENTATION', '2026Q3'],
    ['INFORMATION', '2026-10'],
    ['HIGHLIGHT', '2026H2'],
    ['HONOR', '2026'],
  ] as const)('of %s may be %s', (kind, key) => {
    expect(() => assertPeriodOfKind(kind, key)).not.toThrow();
  });

  it.each([
    ['MONTHLY', '2026Q3'],
    ['MONTHLY', '2026'],
    ['QUARTERLY', '2026-10'],
    ['QUARTERLY', '2026H1'],
    ['HALF_YEARLY', '2026Q1'],
    ['YEARLY', '2026H1'],
  ] as const)('of %s is not %s', (kind, key) => {
    expect(() => assertPeriodOfKind(kind, key)).toThrow(refusal('PERIOD_KIND_MISMATCH'));
  });
});
