import { requirePerson } from '@hub/persistence';

import { ProgressRepository } from '../data/progress.repository';
import { ReceiptRepository } from '../data/receipt.repository';
import { progressDelta } from '../domain/progress';
import { nextReceiptState } from '../domain/receipt-state';
import type { DispatchContext } from './context';
import { lockReceipt } from './lock-receipt';
import { tellReceipts } from './tell-receipts';

/**
 * 查看: the first reading by the unit; later ones change nothing. It is no decision and leaves the version alone, so that
 * a colleague who has the page open may still sign.
 */
export async function openReceipt(ctx: DispatchContext, receiptId: string): Promise<string> {
  const person = requirePerson(ctx);
  return ctx.transaction(async (tx) => {
    const receipt = await lockReceipt(tx, person, 'open', receiptId);
    const state = nextReceiptState(receipt, 'OPEN');
    if (receipt.openedAt !== null) return receiptId;
    const { documentId, duty, organizationId } = receipt;
    await new ReceiptRepository(tx).note(receipt, { state, openedAt: tx.now });
    await new ProgressRepository(tx).add(ctx.ids.next(), documentId, progressDelta(receipt, { state, duty }));
    tellReceipts(tx, documentId, [receipt.unitId]);
    tx.audit({
      action: 'openReceipt',
      objectType: 'receipt',
      objectId: documentId,
      partId: organizationId,
      after: { organizationId, state },
    });
    return receiptId;
  });
}
