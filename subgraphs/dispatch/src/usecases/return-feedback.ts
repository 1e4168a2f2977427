import { normalizeNote } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { DocumentRepository } from '../data/document.repository';
import { FeedbackRepository } from '../data/feedback.repository';
import type { ReceiptEntity } from '../data/receipt.entity';
import type { ReceiptChange } from '../data/receipt.repository';
import { workingTime } from '../data/working-time';
import { assertFeedbackReturnReason } from '../domain/feedback';
import { receiptError } from '../domain/receipt.errors';
import { resubmissionLimit } from '../domain/receipt-deadline';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';
import { recordMove } from './record-move';

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
    const change = await timeToResubmit(ctx, tx, receipt);
    await moveReceipts(tx, ctx.ids, [receipt], {
      act: 'RETURN_FEEDBACK',
      action: 'returnFeedback',
      change,
      detail: { ordinal, feedbackDueAt: change.feedbackDueAt },
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

/** A return gives time of its own; its reminders begin anew with it. */
async function timeToResubmit(ctx: DispatchContext, tx: Transaction, receipt: ReceiptEntity): Promise<ReceiptChange> {
  const urgency = await new DocumentRepository(tx).urgencyOf(receipt.documentId);
  const time = await workingTime(tx);
  const feedbackDueAt = resubmissionLimit(receipt.feedbackDueAt, { urgency, time, now: tx.now });
  await recordMove(ctx, tx, receipt, {
    obligation: 'FEEDBACK',
    to: feedbackDueAt,
    calendar: time.version,
    reason: '反馈退回，补报时限',
  });
  return { feedbackDueAt, feedbackBasis: 'GRANTED', clockStartedAt: tx.now, calendarVersion: time.version };
}
