import { type Id, normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import type { ReceiptChange } from '../data/receipt.repository';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockReceipts, type ReceiptSet } from './lock-receipt';
import { moveReceipts } from './move-receipts';

export interface TakeBackInput extends ReceiptSet {
  readonly reason: string;
}

/** What a receipt says once its paper was taken back; a recalled one no longer exists for its unit. */
export function takenBack(act: 'RECALL' | 'WITHDRAW', now: Date, reason: string | null): ReceiptChange {
  const at = act === 'RECALL' ? { recalledAt: now } : { withdrawnAt: now };
  return { ...at, withdrawalReason: reason };
}

/** 撤回 and 清退 differ in who has signed, and in nothing else. All of the set, or none. */
export async function takeBack(
  ctx: DispatchContext,
  act: 'RECALL' | 'WITHDRAW',
  action: 'recallDocument' | 'withdrawDocument',
  input: TakeBackInput,
): Promise<Id> {
  const person = requirePerson(ctx);
  const reason = normalizeNote('理由', input.reason);
  if (reason === null) throw receiptError('TAKE_BACK_REASON_REQUIRED');
  return ctx.command(action, input, async (tx) => {
    const receipts = await lockReceipts(tx, person, act === 'RECALL' ? 'recall' : 'withdraw', input);
    const change = takenBack(act, tx.now, reason);
    await moveReceipts(tx, ctx.ids, receipts, { act, action, change, detail: { reason } });
    return input.documentId;
  });
}
