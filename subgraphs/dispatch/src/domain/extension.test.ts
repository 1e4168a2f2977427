import { endOfDay } from '@hub/core';
import { refusalOf } from '@hub/testing';

import { assertExtensionRequest, type FeedbackLimit, grantExtension } from './extension';

const limit: FeedbackLimit = { state: 'ACKNOWLEDGED', feedbackBy: endOfDay('2026-03-10'), requestedUntil: null };

describe('asking for more time', () => {
  it.each([
    ['a later day', {}, '2026-03-11', '数据尚未汇总', null],
    ['the same day', {}, '2026-03-10', '数据尚未汇总', 'EXTENSION_NOT_LATER'],
    ['no reason', {}, '2026-03-11', ' ', 'EXTENSION_REASON_REQUIRED'],
    ['an earlier request waiting', { requestedUntil: '2026-03-12' }, '2026-03-11', '再延', 'EXTENSION_PENDING'],
    ['no feedback owed', { feedbackBy: null }, '2026-03-11', '再延', 'EXTENSION_NOT_POSSIBLE'],
    ['feedback given', { state: 'FEEDBACK_SUBMITTED' as const }, '2026-03-11', '再延', 'EXTENSION_NOT_POSSIBLE'],
    ['the paper recalled', { state: 'RECALLED' as const }, '2026-03-11', '再延', 'EXTENSION_NOT_POSSIBLE'],
    ['the feedback returned', { state: 'FEEDBACK_RETURNED' as const }, '2026-03-11', '再延', null],
  ])('with %s', (_, change, until, reason, refusal) => {
    expect(refusalOf(() => assertExtensionRequest({ ...limit, ...change }, { until, reason }))).toBe(refusal);
  });
});

describe('granting more time', () => {
  const asked = { ...limit, requestedUntil: '2026-03-20' };
  const now = endOfDay('2026-03-09');

  it('moves the limit to the day asked for, or to another one', () => {
    expect(grantExtension(asked, null, now)).toEqual(endOfDay('2026-03-20'));
    expect(grantExtension(asked, '2026-03-13', now)).toEqual(endOfDay('2026-03-13'));
  });

  it('never moves it back, and never without a request', () => {
    expect(refusalOf(() => grantExtension(asked, '2026-03-09', now))).toBe('EXTENSION_NOT_LATER');
    expect(refusalOf(() => grantExtension(limit, '2026-03-20', now))).toBe('NO_EXTENSION_PENDING');
  });

  it('never until a day that is over when it is granted', () => {
    expect(refusalOf(() => grantExtension(asked, null, endOfDay('2026-03-20')))).toBe('EXTENSION_PAST');
    expect(grantExtension(asked, '2026-03-23', endOfDay('2026-03-20'))).toEqual(endOfDay('2026-03-23'));
  });
});
