import type { WorkingTime } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { CountedReceipt } from '../domain/counted-limits';
import { formatReceiptId, parseReceiptId, type ReceiptKey } from '../domain/receipt-key';
import { readingUnits } from './reading-units';
import { inSight } from './receipt.read-model';
import { workingTime } from './working-time';

interface ClockRow extends CountedReceipt, ReceiptKey {
  readonly calendarVersion: string | null;
}

/** What the clock of a receipt ran by, and the calendar that is in force now. */
export interface ReceiptClockRow {
  readonly receipt: ClockRow;
  readonly time: WorkingTime;
}

/** The clocks of several receipts, in one statement. */
export async function receiptClocksOf(
  tx: ReadTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReceiptClockRow>> {
  const keys = ids.map(parseReceiptId).filter((key) => key !== null);
  const rows = await tx.query<ClockRow>(
    `select r.document_id as "documentId", r.organization_id as "organizationId", d.urgency, r.duty, r.state,
            r.delivered_at as "deliveredAt", r.clock_started_at as "clockStartedAt",
            r.acknowledge_due_at as "acknowledgeDueAt", r.feedback_due_at as "feedbackDueAt",
            r.feedback_basis as "feedbackBasis", r.calendar_version as "calendarVersion"
     from dispatch.receipt r
     join unnest($2::uuid[], $3::uuid[]) as k(document_id, organization_id)
       on (r.document_id, r.organization_id) = (k.document_id, k.organization_id)
     join dispatch.document d on d.committee_id = r.committee_id and d.document_id = r.document_id
     where r.committee_id = $1 and ${inSight('$4')}`,
    [tx.committeeId, keys.map((key) => key.documentId), keys.map((key) => key.organizationId), await readingUnits(tx)],
  );
  const time = await workingTime(tx);
  return new Map(rows.map((receipt) => [formatReceiptId(receipt), { receipt, time }]));
}
