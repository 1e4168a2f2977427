import { receiptError } from './receipt.errors';
import type { ReceiptAct, ReceiptState } from './receipt-state';

type AnswerAct = Extract<ReceiptAct, 'ANSWER_RETURN' | 'RECALL' | 'WITHDRAW'>;

/**
 * What the office does when it answers a return: it asks the unit to sign after all, or it agrees and takes the paper
 * back, by 撤回 where nobody has signed and by 清退 where somebody has. Throws NO_RETURN_TO_ANSWER.
 */
export function actOfAnswer(state: ReceiptState, accepted: boolean): AnswerAct {
  if (state !== 'RETURNED' && state !== 'RETURNED_AFTER_REVIEW') throw receiptError('NO_RETURN_TO_ANSWER');
  if (!accepted) return 'ANSWER_RETURN';
  return state === 'RETURNED' ? 'RECALL' : 'WITHDRAW';
}
