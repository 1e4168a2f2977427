import type { Page, PageRequest } from '@hub/core';

import { type ReceiptDetailFilter, type ReceiptDetailRow, receiptDetails } from '../data/receipt-detail.read-model';
import {
  type ReceiptGrouping,
  type ReceiptGroupRow,
  type ReceiptRowsFilter,
  receiptRows,
} from '../data/receipt-rows.read-model';
import type { DispatchContext } from './context';

/** Flat rows for dashboards: the committee's for the office, its own for a unit. */
export async function listReceiptRows(
  ctx: DispatchContext,
  filter: ReceiptRowsFilter,
  groupBy: ReceiptGrouping,
): Promise<ReceiptGroupRow[]> {
  return ctx.read((tx) => receiptRows(tx, ctx.clock.now(), filter, groupBy));
}

/** 收文明细: one row a receipt, for exports; the committee's for the office, its own for a unit. */
export async function listReceiptDetails(
  ctx: DispatchContext,
  filter: ReceiptDetailFilter,
  page: PageRequest,
): Promise<Page<ReceiptDetailRow>> {
  return ctx.read((tx) => receiptDetails(tx, ctx.clock.now(), filter, page));
}
