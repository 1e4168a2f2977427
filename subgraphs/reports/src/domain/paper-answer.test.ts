import { endsWithPaper, paperAnswerOf, SETTLED_FROM } from './paper-answer';
import { REPORT_KIND_NAMES, type ReportKind } from './report-kind';
import { isDone, REPORT_STATES } from './report-state';

const KINDS = Object.keys(REPORT_KIND_NAMES) as ReportKind[];

test('what a paper asks once ends with it, what recurs and what it did not bear do not', () => {
  expect(KINDS.filter((kind) => endsWithPaper({ kind, documentId: 'paper' }))).toEqual(['SPECIAL', 'IMPLEMENTATION']);
  expect(KINDS.filter((kind) => endsWithPaper({ kind, documentId: null }))).toEqual([]);
});

test('feedback comes in time for what the unit still works on', () => {
  expect(SETTLED_FROM).toEqual(['DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'RETURNED']);
});

test('accepted and settled reports are done, and no others', () => {
  expect(REPORT_STATES.filter(isDone)).toEqual(['ACCEPTED', 'SETTLED', 'EXEMPT']);
});

test.each([
  ['FEEDBACK_ACCEPTED', 'ACCEPTED'],
  ['WITHDRAWN', 'TAKEN_BACK'],
  ['CLOSED', null],
  ['FEEDBACK_SUBMITTED', null],
  ['toString', null],
])('a receipt that is %s says %p of the answer', (state, answer) => {
  expect(paperAnswerOf(state)).toBe(answer);
});
