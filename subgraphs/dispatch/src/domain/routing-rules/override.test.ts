import { refusalOf } from '@hub/testing';
import type { Finding } from '../finding';
import { assertIssuable, confirmOverride, requestOverride, standingBlocks } from './override';

const hand = (accountId: string, postId = `post of ${accountId}`, principalAccountId: string | null = null) => ({
  accountId,
  postId,
  principalAccountId,
});

const block: Finding = { ruleId: 'R2', severity: 'BLOCK', message: '夹带请示。', field: 'text', evidence: '请批示' };
const warning: Finding = { ruleId: 'X4_LENGTH', severity: 'WARN', message: '超长。', field: 'text', evidence: '5619' };
const asked = { ruleId: 'R2', evidence: '请批示', reason: '引用原文', requestedBy: hand('anna') } as const;

describe('overriding a rule', () => {
  const requested = requestOverride([block, warning], asked);
  const confirmed = confirmOverride(requested, hand('bo'));

  it('lifts the block once a second person has confirmed', () => {
    expect(refusalOf(() => assertIssuable([block, warning], []))).toBe('RULES_BLOCK');
    expect(refusalOf(() => assertIssuable([block, warning], [requested]))).toBe('RULES_BLOCK');
    expect(refusalOf(() => assertIssuable([block, warning], [confirmed]))).toBeNull();
  });

  it('does not lift the next breach of the same rule', () => {
    const other = { ...block, evidence: '恳请支持' };
    expect(standingBlocks([block, other], [confirmed])).toEqual([other]);
  });

  it('is not confirmed by the one who asked, however it was stored', () => {
    for (const other of [hand('anna'), hand('anna', 'another post'), hand('bo', 'post of anna', 'anna')]) {
      expect(refusalOf(() => confirmOverride(requested, other))).toBe('OVERRIDE_SECOND_PERSON');
      expect(standingBlocks([block], [{ ...confirmed, confirmedBy: other }])).toEqual([block]);
    }
  });

  it.each([
    ['a rule that was not broken', { ...asked, ruleId: 'R4' as const }, 'OVERRIDE_NOT_POSSIBLE'],
    ['other words', { ...asked, evidence: '恳请' }, 'OVERRIDE_NOT_POSSIBLE'],
    [
      'a warning, which needs none',
      { ...asked, ruleId: 'X4_LENGTH' as const, evidence: '5619' },
      'OVERRIDE_NOT_POSSIBLE',
    ],
    ['no reason', { ...asked, reason: ' ' }, 'OVERRIDE_REASON_REQUIRED'],
  ])('is refused for %s', (_, request, reason) => {
    expect(refusalOf(() => requestOverride([block, warning], request))).toBe(reason);
  });

  it('is not needed for warnings', () => {
    expect(refusalOf(() => assertIssuable([warning], []))).toBeNull();
  });
});
