import { requirePerson } from '@hub/persistence';

import {
  type ReceiptGrouping,
  type ReceiptGroupRow,
  type ReceiptRowsFilter,
  receiptRows,
} from '../data/receipt-rows.read-model';
import { unitInSight } from '../domain/receipt-scope';
import type { DispatchContext } from './context';

/** Flat rows for dashboards: the committee's for the office, its own for a unit. */
export async function listReceiptRows(
  ctx: DispatchContext,
  filter: ReceiptRowsFilter,
  groupBy: ReceiptGrouping,
): Promise<ReceiptGroupRow[]> {
  const of = { unitId: unitInSight(requirePerson(ctx)), now: ctx.clock.now() };
  return ctx.read((tx) => receiptRows(tx, of, filter, groupBy));
}
