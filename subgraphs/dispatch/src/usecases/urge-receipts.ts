import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReceiptRepository } from '../data/receipt.repository';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockReceipts, type ReceiptSet } from './lock-receipt';
import { tellReceipts } from './tell-receipts';

/** 催办: the office urges units that owe a signature or feedback; each act raises their level by one. */
export async function urgeReceipts(ctx: DispatchContext, input: ReceiptSet): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('urgeReceipts', input, async (tx) => {
    const receipts = await lockReceipts(tx, person, 'urge', input);
    const free = receipts.filter((receipt) => receipt.dueAt === null);
    const names = free.map((receipt) => receipt.organizationName).join('、');
    if (names) throw receiptError('NOTHING_TO_URGE', { names });
    const organizationIds = receipts.map((receipt) => receipt.organizationId);
    await new ReceiptRepository(tx).urge(input.documentId, organizationIds);
    tellReceipts(
      tx,
      input.documentId,
      receipts.map(({ unitId }) => unitId),
    );
    tx.audit({
      action: 'urgeReceipts',
      objectType: 'receipt',
      objectId: input.documentId,
      after: { organizationIds },
    });
    return input.documentId;
  });
}
