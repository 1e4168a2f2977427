import { receiptError } from './receipt.errors';
import type { ReceiptState } from './receipt-state';

/** Before the signature a unit refuses what reached it wrongly; after its 初审 it refuses what it should not handle. */
export const RETURN_REASONS = [
  'MISSENT',
  'UNREADABLE',
  'ATTACHMENT_MISSING',
  'DUPLICATE',
  'NOT_OURS',
  'BREAKS_RULES',
  'WRONG_KIND',
  'NOT_COUNTERSIGNED',
  'OTHER',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

type Moment = 'BEFORE_ACKNOWLEDGING' | 'AFTER_REVIEW';

const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  BEFORE_ACKNOWLEDGING: '签收前',
  AFTER_REVIEW: '初审后',
};

interface ReturnReasonSpec {
  readonly name: string;
  readonly moments: readonly Moment[];
}

export const RETURN_REASON_SPECS: Readonly<Record<ReturnReason, ReturnReasonSpec>> = {
  MISSENT: { name: '错发', moments: ['BEFORE_ACKNOWLEDGING'] },
  UNREADABLE: { name: '无法阅读', moments: ['BEFORE_ACKNOWLEDGING'] },
  ATTACHMENT_MISSING: { name: '附件缺失', moments: ['BEFORE_ACKNOWLEDGING'] },
  DUPLICATE: { name: '重复发送', moments: ['BEFORE_ACKNOWLEDGING'] },
  NOT_OURS: { name: '不属本单位办理', moments: ['AFTER_REVIEW'] },
  BREAKS_RULES: { name: '不符合行文规则', moments: ['AFTER_REVIEW'] },
  WRONG_KIND: { name: '文种或格式不当', moments: ['AFTER_REVIEW'] },
  NOT_COUNTERSIGNED: { name: '未经会签协商', moments: ['AFTER_REVIEW'] },
  OTHER: { name: '其他', moments: ['BEFORE_ACKNOWLEDGING', 'AFTER_REVIEW'] },
};

/** Throws RETURN_REASON_REQUIRED or RETURN_REASON_NOT_APPLICABLE. “其他” says nothing without an explanation. */
export function assertReturnReason(state: ReceiptState, reason: ReturnReason | null, explanation: string | null): void {
  if (reason === null || (reason === 'OTHER' && !explanation?.trim())) throw receiptError('RETURN_REASON_REQUIRED');
  const moment: Moment = state === 'ACKNOWLEDGED' ? 'AFTER_REVIEW' : 'BEFORE_ACKNOWLEDGING';
  const { name, moments } = RETURN_REASON_SPECS[reason];
  if (moments.includes(moment)) return;
  throw receiptError('RETURN_REASON_NOT_APPLICABLE', { reasonName: name, momentName: MOMENT_NAMES[moment] });
}

/** Throws ANSWER_REQUIRED. */
export function assertReturnAnswer(answer: string | null): void {
  if (!answer?.trim()) throw receiptError('ANSWER_REQUIRED');
}
