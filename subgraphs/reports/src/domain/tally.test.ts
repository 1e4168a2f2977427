import fc from 'fast-check';

import { REPORT_STATES } from './report-state';
import { askedOf, awaitedOf, type CountedReport, contribution, recount, tallies, tallyDelta } from './tally';

const DUE = new Date('2020-11-04T18:00:00+08:00');
const IN_TIME = new Date('2020-11-04T18:00:00+08:00');
const TOO_LATE = new Date('2020-11-04T18:00:01+08:00');

const report = (change: Partial<CountedReport> = {}): CountedReport => ({
  state: 'DRAFT',
  firstSubmittedAt: null,
  dueAt: DUE,
  excellentAt: null,
  ...change,
});

const anyReport = fc.record({
  state: fc.constantFrom(...REPORT_STATES),
  firstSubmittedAt: fc.constantFrom(null, IN_TIME, TOO_LATE),
  dueAt: fc.constantFrom(null, DUE),
  excellentAt: fc.constantFrom(null, IN_TIME),
});

test('a round as the office reads it', () => {
  const tally = recount([
    report({ state: 'ACCEPTED', firstSubmittedAt: IN_TIME, excellentAt: TOO_LATE }),
    report({ state: 'SUBMITTED', firstSubmittedAt: TOO_LATE }),
    report({ state: 'RETURNED', firstSubmittedAt: IN_TIME }),
    report({ state: 'UNIT_REVIEW' }),
    report({ state: 'UNIT_SIGNED' }),
    report(),
    report({ state: 'SETTLED' }),
    report({ state: 'EXEMPT' }),
    // It was returned when its organisation was dissolved.
    report({ state: 'EXEMPT', firstSubmittedAt: TOO_LATE }),
  ]);
  expect(tally).toEqual({
    draft: 1,
    unitReview: 1,
    unitSigned: 1,
    submitted: 1,
    returned: 1,
    accepted: 1,
    settled: 1,
    exempt: 2,
    handedIn: 3,
    late: 1,
    excellent: 1,
  });
  expect([askedOf(tally), awaitedOf(tally)]).toEqual([9, 3]);
});

describe('late', () => {
  test.each([
    ['at the very end', { firstSubmittedAt: IN_TIME }, 0],
    ['a second later', { firstSubmittedAt: TOO_LATE }, 1],
    ['without an end', { firstSubmittedAt: TOO_LATE, dueAt: null }, 0],
    ['not handed in', { firstSubmittedAt: null }, 0],
    ['settled by the feedback to a paper', { firstSubmittedAt: TOO_LATE, state: 'SETTLED' as const }, 0],
  ])('%s: %j', (_, change, late) => {
    expect(contribution(report({ state: 'SUBMITTED', ...change })).late).toBe(late);
  });
});

test('kept by differences equals a recount, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyReport, { minLength: 1, maxLength: 6 }), { maxLength: 20 }), (lives) => {
      const kept = lives.flatMap((life) => life.map((now, step) => tallyDelta(life[step - 1] ?? null, now)));
      expect(tallies.sum(kept)).toEqual(recount(lives.map((life) => life.at(-1) as CountedReport)));
    }),
  );
});

test('every report is asked for once, whatever its state', () => {
  fc.assert(fc.property(anyReport, (any) => expect(askedOf(contribution(any))).toBe(1)));
});
