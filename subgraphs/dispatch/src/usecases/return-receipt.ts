import { normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReceiptReturnRepository } from '../data/receipt-return.repository';
import { assertReturnReason, type ReturnReason } from '../domain/return-reason';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

export interface ReturnReceiptInput extends ReceiptDecision {
  readonly reason: ReturnReason;
  readonly explanation?: string | null;
}

/** 退回: before the signature what reached the unit wrongly, after its 初审 what it should not handle. */
export async function returnReceipt(ctx: DispatchContext, input: ReturnReceiptInput): Promise<string> {
  const person = requirePerson(ctx);
  const explanation = normalizeNote('退回说明', input.explanation);
  return ctx.command('returnReceipt', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'returnReceipt', input);
    const { committeeId, documentId, organizationId, unitId } = receipt;
    const { reason } = input;
    await moveReceipts(tx, ctx.ids, [receipt], { act: 'RETURN', action: 'returnReceipt', detail: { reason } });
    assertReturnReason(receipt.state, reason, explanation);
    const returns = new ReceiptReturnRepository(tx);
    await returns.insert({
      committeeId,
      documentId,
      organizationId,
      ordinal: ((await returns.latest(receipt))?.ordinal ?? 0) + 1,
      unitId,
      reason,
      explanation,
      returnedByAccountId: person.accountId,
      returnedByName: person.displayName,
      returnedByTitle: person.postTitle,
      returnedAt: tx.now,
      answer: null,
      accepted: null,
      answeredByAccountId: null,
      answeredByName: null,
      answeredAt: null,
    });
    return input.receiptId;
  });
}
