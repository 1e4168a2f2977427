import { refusalOf } from '@hub/testing';
import { assertClose, assertExtension, assertTermStart, isOverdue, type RunningTerm, startTerm, termEnd } from './term';

const term: RunningTerm = { electedOn: '2017-06-30', appointedOn: null, endsOn: '2020-06-30', extendedTo: null };

test.each([
  ['2017-06-30', 3, '2020-06-30'],
  ['2016-02-29', 3, '2019-02-28'],
  ['2016-02-29', 4, '2020-02-29'],
  ['2020-12-31', 5, '2025-12-31'],
])('a term elected on %s for %i years ends on %s', (electedOn, years, end) => {
  expect(termEnd(electedOn, years)).toBe(end);
});

test('the length of the kind is used when none is said', () => {
  expect(startTerm('ORGAN_COMMITTEE', { electedOn: '2019-03-01' })).toMatchObject({
    termYears: 5,
    endsOn: '2024-03-01',
  });
  expect(startTerm('BRANCH', { electedOn: '2019-03-01', termYears: 2 })).toMatchObject({ endsOn: '2021-03-01' });
});

test.each([
  ['BRANCH', {}, 'TERM_ORIGIN'],
  ['BRANCH', { electedOn: '2019-03-01', appointedOn: '2019-03-01' }, 'TERM_ORIGIN'],
  ['BRANCH', { electedOn: '2019-03-01', termYears: 6 }, 'TERM_YEARS'],
  ['TEMP_BRANCH', { electedOn: '2019-03-01' }, 'TERM_NOT_ELECTED'],
  ['TEMP_BRANCH', { appointedOn: '2019-03-01' }, null],
] as const)('%s starting %p gives %p', (kind, input, reason) => {
  expect(refusalOf(() => startTerm(kind, input))).toBe(reason);
});

test.each([
  ['2020-06-30', false],
  ['2020-07-01', true],
])('on %s a term that ends on 2020-06-30 is overdue: %p', (today, overdue) => {
  expect(isOverdue(term, today)).toBe(overdue);
});

test('an appointed committee is never overdue', () => {
  const appointed = { electedOn: null, appointedOn: '2010-01-01', endsOn: null, extendedTo: null };
  expect(isOverdue(appointed, '2020-10-15')).toBe(false);
});

test('an extended term is overdue only after its new end', () => {
  expect(isOverdue({ ...term, extendedTo: '2021-06-30' }, '2021-06-30')).toBe(false);
  expect(isOverdue({ ...term, extendedTo: '2021-06-30' }, '2021-07-01')).toBe(true);
});

test.each<[Partial<RunningTerm>, string, string | null]>([
  [{}, '2020-06-30', 'TERM_EXTENSION'],
  [{}, '2020-07-01', null],
  [{}, '2021-06-30', null],
  [{}, '2021-07-01', 'TERM_EXTENSION'],
  [{ extendedTo: '2020-12-31' }, '2021-01-31', 'TERM_EXTENDED_TWICE'],
  [{ electedOn: null, appointedOn: '2019-01-01', endsOn: null }, '2021-01-31', 'TERM_WITHOUT_END'],
])('a term with %p extended to %s gives %p', (change, extendedTo, reason) => {
  expect(refusalOf(() => assertExtension({ ...term, ...change }, extendedTo))).toBe(reason);
});

test.each<[string | null, string, string | null]>([
  [null, '2020-10-15', null],
  [null, '2020-10-16', 'TERM_START'],
  ['2020-10-15', '2020-10-15', 'TERM_START'],
  ['2020-10-14', '2020-10-15', null],
])('after a term of %p one of %s gives %p', (previous, appointedOn, reason) => {
  expect(refusalOf(() => assertTermStart({ origin: 'APPOINTED', appointedOn }, previous, '2020-10-15'))).toBe(reason);
});

test.each([
  ['2017-06-30', 'TERM_CLOSE'],
  ['2017-07-01', null],
  ['2020-10-16', 'TERM_CLOSE'],
])('a term of 2017-06-30 closed on %s gives %p', (closedOn, reason) => {
  expect(refusalOf(() => assertClose(term, closedOn, '2020-10-15'))).toBe(reason);
});
