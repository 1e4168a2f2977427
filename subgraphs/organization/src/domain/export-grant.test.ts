import { refusalOf } from '@hub/testing';
import { assertDecidable, assertExportReason, GRANT_STATES } from './export-grant';

const hand = (accountId: string, postId = `post of ${accountId}`, principalAccountId: string | null = null) => ({
  accountId,
  postId,
  principalAccountId,
});

test.each([
  ['another person', hand('bo'), null],
  ['the one who asked', hand('anna'), 'EXPORT_SECOND_PERSON'],
  ['the one who asked, under another post', hand('anna', 'another'), 'EXPORT_SECOND_PERSON'],
  ['a delegate of the one who asked', hand('bo', 'post of anna', 'anna'), 'EXPORT_SECOND_PERSON'],
])('a bulk export is decided by %s: %j', (_, second, reason) => {
  const grant = { state: 'REQUESTED', requestedBy: hand('anna') } as const;
  expect(refusalOf(() => assertDecidable(grant, second))).toBe(reason);
});

test('it is decided once', () => {
  for (const state of GRANT_STATES) {
    const decided = () => assertDecidable({ state, requestedBy: hand('anna') }, hand('bo'));
    expect([state, refusalOf(decided)]).toEqual([state, state === 'REQUESTED' ? null : 'EXPORT_GRANT_DECIDED']);
  }
});

test('it needs a reason of some words', () => {
  expect(refusalOf(() => assertExportReason('年终汇总'))).toBeNull();
  for (const reason of [' ', '汇', '汇'.repeat(501)]) {
    expect(refusalOf(() => assertExportReason(reason))).toBe('EXPORT_REASON');
  }
});
