import { refusalOf } from '@hub/testing';
import type { ReceiptState } from './receipt-state';
import { assertReturnAnswer, assertReturnReason, type ReturnReason } from './return-reason';

describe('the reason of a return', () => {
  const cases: [ReceiptState, ReturnReason | null, string | null, string | null][] = [
    ['OPENED', 'MISSENT', null, null],
    ['DELIVERED', 'ATTACHMENT_MISSING', null, null],
    ['RETURN_ANSWERED', 'UNREADABLE', null, null],
    ['OPENED', 'NOT_OURS', null, 'RETURN_REASON_NOT_APPLICABLE'],
    ['ACKNOWLEDGED', 'NOT_OURS', null, null],
    ['ACKNOWLEDGED', 'UNREADABLE', null, 'RETURN_REASON_NOT_APPLICABLE'],
    ['OPENED', null, '不清楚', 'RETURN_REASON_REQUIRED'],
    ['OPENED', 'OTHER', ' ', 'RETURN_REASON_REQUIRED'],
    ['OPENED', 'OTHER', '单位已撤销', null],
  ];

  it.each(cases)('in %s: %s “%s” is refused with %s', (state, reason, explanation, refusal) => {
    expect(refusalOf(() => assertReturnReason(state, reason, explanation))).toBe(refusal);
  });

  it('is answered in words', () => {
    expect(refusalOf(() => assertReturnAnswer(' '))).toBe('ANSWER_REQUIRED');
    expect(refusalOf(() => assertReturnAnswer('附件已补发'))).toBeNull();
  });
});
