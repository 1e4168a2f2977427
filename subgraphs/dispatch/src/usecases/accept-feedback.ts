import { normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { FeedbackRepository } from '../data/feedback.repository';
import { feedbackRequirementOf } from '../data/issued-document.read-model';
import { isLastStage } from '../domain/feedback';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

export interface AcceptFeedbackInput extends ReceiptDecision {
  readonly note?: string | null;
}

/** 采纳反馈: the last stage settles the receipt, an earlier one makes the unit go on. */
export async function acceptFeedback(ctx: DispatchContext, input: AcceptFeedbackInput): Promise<string> {
  const person = requirePerson(ctx);
  const decisionNote = normalizeNote('审核意见', input.note);
  return ctx.command('acceptFeedback', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'acceptFeedback', input);
    const feedback = new FeedbackRepository(tx);
    const waiting = await feedback.latest(receipt);
    if (waiting?.state !== 'SUBMITTED') throw receiptError('NO_FEEDBACK_TO_REVIEW');
    const { ordinal } = waiting;
    const settled = isLastStage(await feedbackRequirementOf(tx, receipt.documentId), waiting.content.stage);
    await moveReceipts(tx, ctx.ids, [receipt], {
      act: settled ? 'ACCEPT_FEEDBACK' : 'ACCEPT_STAGE',
      action: 'acceptFeedback',
      detail: { ordinal },
    });
    await feedback.decide(waiting, {
      state: 'ACCEPTED',
      decisionNote,
      decidedByAccountId: person.accountId,
      decidedByName: person.displayName,
      decidedAt: tx.now,
    });
    return input.receiptId;
  });
}
