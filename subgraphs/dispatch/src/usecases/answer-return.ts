import { normalizeNote } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { DocumentRepository } from '../data/document.repository';
import type { ReceiptEntity } from '../data/receipt.entity';
import type { ReceiptChange } from '../data/receipt.repository';
import { ReceiptReturnRepository } from '../data/receipt-return.repository';
import { workingTime } from '../data/working-time';
import { receiptError } from '../domain/receipt.errors';
import { acknowledgeLimitAnew } from '../domain/receipt-deadline';
import { actOfAnswer } from '../domain/return-answer';
import { assertReturnAnswer } from '../domain/return-reason';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';
import { recordMove } from './record-move';
import { takenBack } from './take-back';

export interface AnswerReturnInput extends ReceiptDecision {
  readonly answer: string;
  /** The office agrees and takes the paper back; otherwise it asks the unit to sign. */
  readonly accepted: boolean;
}

/** 答复退回: after it the unit may sign, or no longer holds the paper. */
export async function answerReturn(ctx: DispatchContext, input: AnswerReturnInput): Promise<string> {
  const person = requirePerson(ctx);
  const answer = normalizeNote('答复', input.answer);
  assertReturnAnswer(answer);
  return ctx.command('answerReturn', input, async (tx) => {
    const { accepted } = input;
    // Taking a paper back is the registrar's, also when a unit asked for it.
    const receipt = await lockForDecision(tx, person, accepted ? 'recall' : 'answerReturn', input);
    const act = actOfAnswer(receipt.state, accepted);
    const change = act === 'ANSWER_RETURN' ? await clockAnew(ctx, tx, receipt) : takenBack(act, tx.now, answer);
    await moveReceipts(tx, ctx.ids, [receipt], { act, action: 'answerReturn', change, detail: { accepted } });
    const returns = new ReceiptReturnRepository(tx);
    const waiting = await returns.latest(receipt);
    if (waiting === null) throw receiptError('NO_RETURN_TO_ANSWER');
    await returns.answer(waiting, {
      answer,
      accepted,
      answeredByAccountId: person.accountId,
      answeredByName: person.displayName,
      answeredAt: tx.now,
    });
    return input.receiptId;
  });
}

/** The office took its time: a unit that is asked to sign after all gets the whole of its own. */
async function clockAnew(ctx: DispatchContext, tx: Transaction, receipt: ReceiptEntity): Promise<ReceiptChange> {
  if (receipt.state !== 'RETURNED') return {};
  const urgency = await new DocumentRepository(tx).urgencyOf(receipt.documentId);
  const time = await workingTime(tx);
  const acknowledgeDueAt = acknowledgeLimitAnew(receipt.feedbackDueAt, { urgency, time, now: tx.now });
  await recordMove(ctx, tx, receipt, {
    obligation: 'ACKNOWLEDGE',
    to: acknowledgeDueAt,
    calendar: time.version,
    reason: '退回已答复，重新计时',
  });
  return { acknowledgeDueAt, clockStartedAt: tx.now, calendarVersion: time.version };
}
