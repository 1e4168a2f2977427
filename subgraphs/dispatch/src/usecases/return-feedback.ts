import { requirePerson } from '@hub/persistence';

import { FeedbackRepository } from '../data/feedback.repository';
import { assertFeedbackReturnReason } from '../domain/feedback';
import { normalizeNote } from '../domain/note';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

export interface ReturnFeedbackInput extends ReceiptDecision {
  readonly reason: string;
}

/** 退回反馈: the unit gives it again. */
export async function returnFeedback(ctx: DispatchContext, input: ReturnFeedbackInput): Promise<string> {
  const person = requirePerson(ctx);
  const decisionNote = normalizeNote('退回理由', input.reason);
  assertFeedbackReturnReason(decisionNote);
  return ctx.command('returnFeedback', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'returnFeedback', input);
    const feedback = new FeedbackRepository(tx);
    const waiting = await feedback.latest(receipt);
    if (waiting?.state !== 'SUBMITTED') throw receiptError('NO_FEEDBACK_TO_REVIEW');
    const { ordinal } = waiting;
    await moveReceipts(tx, ctx.ids, [receipt], {
      act: 'RETURN_FEEDBACK',
      action: 'returnFeedback',
      detail: { ordinal },
    });
    await feedback.decide(waiting, {
      state: 'RETURNED',
      decisionNote,
      decidedByAccountId: person.accountId,
      decidedByName: person.displayName,
      decidedAt: tx.now,
    });
    return input.receiptId;
  });
}
