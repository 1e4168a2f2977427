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
