import type { Id, Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type ReceiptFilter, type ReceiptRow, receiptsOfDocument } from '../data/receipt.read-model';
import { unitInSight } from '../domain/receipt-scope';
import type { DispatchContext } from './context';

/** Receipts of one document in the order of the units: all of them for the office, its own for a unit. */
export async function listReceipts(
  ctx: DispatchContext,
  documentId: Id,
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  const of = { documentId, unitId: unitInSight(requirePerson(ctx)), now: ctx.clock.now() };
  return ctx.read((tx) => receiptsOfDocument(tx, of, filter, page));
}
