import { requirePerson } from '@hub/persistence';

import { textDigestOf } from '../data/issued-document.read-model';
import { nextReceiptState } from '../domain/receipt-state';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { moveReceipts } from './move-receipts';

/** 签收: the unit's signature, with person, post, time and the hash of the text that was signed for. */
export async function acknowledgeReceipt(ctx: DispatchContext, input: ReceiptDecision): Promise<string> {
  const person = requirePerson(ctx);
  return ctx.command('acknowledgeReceipt', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'acknowledge', input);
    // The state speaks first: the text of a withdrawn paper is out of the unit's sight.
    nextReceiptState(receipt, 'ACKNOWLEDGE');
    const textDigest = await textDigestOf(tx, receipt.documentId);
    await moveReceipts(tx, ctx.ids, [receipt], {
      act: 'ACKNOWLEDGE',
      action: 'acknowledgeReceipt',
      change: {
        acknowledgedAt: tx.now,
        acknowledgedByAccountId: person.accountId,
        acknowledgedByPostId: person.postId,
        acknowledgedByName: person.displayName,
        acknowledgedByTitle: person.postTitle,
        textDigest,
      },
      detail: { textDigest },
    });
    return input.receiptId;
  });
}
