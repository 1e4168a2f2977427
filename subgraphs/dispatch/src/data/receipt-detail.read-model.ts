import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DistributionRole, Duty } from '../domain/duty';
import type { ReceiptState } from '../domain/receipt-state';
import { readingUnits } from './reading-units';
import { inSight } from './receipt.read-model';
import type { ReceiptRowsFilter } from './receipt-rows.read-model';

/** One receipt as one flat row, with what identifies its document. */
export interface ReceiptDetailRow {
  readonly documentId: Id;
  readonly organizationId: Id;
  readonly documentNumber: string | null;
  readonly title: string | null;
  readonly unitId: Id;
  readonly unitName: string;
  readonly organizationName: string;
  readonly protocolOrder: number;
  readonly role: DistributionRole;
  readonly duty: Duty;
  readonly state: ReceiptState;
  readonly deliveredAt: Date;
  readonly acknowledgeDueAt: Date | null;
  readonly feedbackDueAt: Date | null;
  readonly openedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedByName: string | null;
  readonly closedAt: Date | null;
  readonly recalledAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly reminderLevel: number;
  readonly overdue: boolean;
  readonly updatedAt: Date;
}

export interface ReceiptDetailFilter extends ReceiptRowsFilter {
  readonly states?: readonly ReceiptState[] | null;
  readonly updatedSince?: Date | null;
}

/** $1 committee, $2 the units that are read for, $3 to $8 the filter. */
const FILTERED = `r.committee_id = $1 and ${inSight('$2')}
  and ($3::uuid is null or r.document_id = $3) and ($4::uuid[] is null or r.unit_id = any($4))
  and ($5::timestamptz is null or r.delivered_at >= $5) and ($6::timestamptz is null or r.delivered_at < $6)
  and ($7::text[] is null or r.state = any($7))
  and ($8::timestamptz is null or coalesce(r.updated_at, r.delivered_at) >= $8)`;

/**
 * Receipts for exports, those of the newest document first. The order is that of the key, which never changes: a page after
 * a cursor neither repeats nor skips a receipt, whatever happens between two pages. The first condition on the document
 * alone lets Postgres leave out the years before and after.
 */
export async function receiptDetails(
  tx: ReadTransaction,
  now: Date,
  filter: ReceiptDetailFilter,
  page: PageRequest,
): Promise<Page<ReceiptDetailRow>> {
  const [documentId, organizationId] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const { documentId: of, unitIds, deliveredFrom, deliveredBefore, states, updatedSince } = filter;
  const units = await readingUnits(tx);
  const filtered = [tx.committeeId, units, of, unitIds, deliveredFrom, deliveredBefore, states, updatedSince];
  const parameters = filtered.map((value) => value ?? null);
  const rows = await tx.query<ReceiptDetailRow>(
    `select r.document_id as "documentId", r.organization_id as "organizationId",
            d.document_number as "documentNumber", d.title, r.unit_id as "unitId", r.unit_name as "unitName",
            r.organization_name as "organizationName", r.protocol_order as "protocolOrder", r.role, r.duty, r.state,
            r.delivered_at as "deliveredAt", r.acknowledge_due_at as "acknowledgeDueAt",
            r.feedback_due_at as "feedbackDueAt", r.opened_at as "openedAt", r.acknowledged_at as "acknowledgedAt",
            r.acknowledged_by_name as "acknowledgedByName", r.closed_at as "closedAt", r.recalled_at as "recalledAt",
            r.withdrawn_at as "withdrawnAt", r.reminder_level as "reminderLevel",
            coalesce(r.due_at < $9, false) as overdue, coalesce(r.updated_at, r.delivered_at) as "updatedAt"
     from (select * from dispatch.receipt r
           where ${FILTERED} and ($10::uuid is null
             or (r.document_id <= $10 and (r.document_id, r.organization_id) < ($10, $11::uuid)))
           order by r.document_id desc, r.organization_id desc limit $12 offset $13) r
     left join dispatch.document d on d.committee_id = r.committee_id and d.document_id = r.document_id
       and (r.withdrawn_at is null or $2::uuid[] is null)
     order by r.document_id desc, r.organization_id desc`,
    [...parameters, now, documentId, organizationId, page.first + 1, page.offset ?? 0],
  );
  const total = await countReceipts(tx, parameters, page);
  return pageOf(rows, page.first, total, (row) => [row.documentId, row.organizationId]);
}

async function countReceipts(tx: ReadTransaction, parameters: readonly unknown[], page: PageRequest): Promise<number> {
  if (page.counted === false) return 0;
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from dispatch.receipt r where ${FILTERED}`,
    parameters,
  );
  return count?.total ?? 0;
}
