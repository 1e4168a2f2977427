import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import type { DispatchContext } from './context';
import { lockReceipts, type ReceiptSet } from './lock-receipt';
import { moveReceipts } from './move-receipts';

/** 办结: nothing more is owed on these receipts. All of the set, or none. */
export async function closeReceipts(ctx: DispatchContext, input: ReceiptSet): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('closeReceipts', input, async (tx) => {
    const receipts = await lockReceipts(tx, person, 'close', input);
    await moveReceipts(tx, ctx.ids, receipts, {
      act: 'CLOSE',
      action: 'closeReceipts',
      change: { closedAt: tx.now },
    });
    return input.documentId;
  });
}
