import { type Id, normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

export interface AssignReceiptInput extends ReceiptDecision {
  readonly postId: Id;
  /** 承办岗位 or 承办人, as it is shown. */
  readonly title: string;
}

/** 承办: hands an acknowledged receipt to a post of the own unit, or to another one. */
export async function assignReceipt(ctx: DispatchContext, input: AssignReceiptInput): Promise<string> {
  const person = requirePerson(ctx);
  const { postId } = input;
  const title = normalizeNote('承办岗位', input.title);
  return ctx.command('assignReceipt', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'assign', input);
    await moveReceipts(tx, ctx.ids, [receipt], {
      act: 'ASSIGN',
      action: 'assignReceipt',
      change: { assignedToPostId: postId, assignedToTitle: title, assignedAt: tx.now },
      detail: { assignedToPostId: postId },
    });
    return input.receiptId;
  });
}
