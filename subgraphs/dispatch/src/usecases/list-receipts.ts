import type { Id, Page, PageRequest } from '@hub/core';

import { type ReceiptFilter, type ReceiptRow, receiptsOfDocument } from '../data/receipt.read-model';
import type { DispatchContext } from './context';

/** Receipts of one document in the order of the units: all of them for the office, its own for a unit. */
export async function listReceipts(
  ctx: DispatchContext,
  documentId: Id,
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  return ctx.read((tx) => receiptsOfDocument(tx, { documentId, now: ctx.clock.now() }, filter, page));
}
