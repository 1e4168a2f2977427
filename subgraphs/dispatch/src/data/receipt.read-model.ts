import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Duty } from '../domain/duty';
import { formatReceiptId, parseReceiptId } from '../domain/receipt-key';
import type { ReceiptState } from '../domain/receipt-state';
import { readingUnits } from './reading-units';
import type { ReceiptEntity } from './receipt.entity';

/** A receipt as screens show it. */
export type ReceiptRow = Omit<
  ReceiptEntity,
  'acknowledgedByAccountId' | 'clockStartedAt' | 'feedbackBasis' | 'remindedAt' | 'updatedAt'
>;

/** Columns of ReceiptRow; of the table `r`. */
export const RECEIPT_COLUMNS = `
  r.committee_id as "committeeId", r.document_id as "documentId", r.organization_id as "organizationId",
  r.unit_id as "unitId", r.unit_name as "unitName", r.organization_name as "organizationName",
  r.protocol_order as "protocolOrder", r.role, r.duty, r.state,
  r.delivered_at as "deliveredAt", r.opened_at as "openedAt", r.acknowledge_due_at as "acknowledgeDueAt",
  r.feedback_due_at as "feedbackDueAt", r.due_at as "dueAt", r.calendar_version as "calendarVersion",
  r.acknowledged_at as "acknowledgedAt", r.acknowledged_by_post_id as "acknowledgedByPostId",
  r.acknowledged_by_name as "acknowledgedByName", r.acknowledged_by_title as "acknowledgedByTitle",
  r.text_digest as "textDigest", r.assigned_to_post_id as "assignedToPostId",
  r.assigned_to_title as "assignedToTitle", r.assigned_at as "assignedAt", r.reminder_level as "reminderLevel",
  r.recalled_at as "recalledAt", r.withdrawn_at as "withdrawnAt", r.withdrawal_reason as "withdrawalReason",
  r.exempted_at as "exemptedAt", r.exempt_reason as "exemptReason", r.reissued, r.closed_at as "closedAt", r.version`;

/** Which of the receipts exist for whoever reads, beside what row security says: a recalled one was never there. */
export const inSight = (units: string): string =>
  `(${units}::uuid[] is null or (r.unit_id = any(${units}) and r.recalled_at is null))`;

/** Several receipts by their ids, in one statement. */
export async function receiptsById(
  tx: ReadTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReceiptRow>> {
  const keys = ids.map(parseReceiptId).filter((key) => key !== null);
  const units = await readingUnits(tx);
  const rows = await tx.query<ReceiptRow>(
    `select ${RECEIPT_COLUMNS} from dispatch.receipt r
     join unnest($2::uuid[], $3::uuid[]) as k(document_id, organization_id)
       on (r.document_id, r.organization_id) = (k.document_id, k.organization_id)
     where r.committee_id = $1 and ${inSight('$4')}`,
    [tx.committeeId, keys.map((key) => key.documentId), keys.map((key) => key.organizationId), units],
  );
  return new Map(rows.map((row) => [formatReceiptId(row), row]));
}

export interface ReceiptFilter {
  readonly states?: readonly ReceiptState[] | null;
  readonly duty?: Duty | null;
  /** True: past what it owes next; false: not. */
  readonly overdue?: boolean | null;
}

/** What narrows a list of receipts, as parameters $3 to $7 of a statement over `r`. */
const FILTERED = `r.committee_id = $1 and ${inSight('$3')}
  and ($4::text[] is null or r.state = any($4)) and ($5::text is null or r.duty = $5)
  and ($6::boolean is null or coalesce(r.due_at < $7, false) = $6)`;

/** Receipts of one document in the order of the units. */
export async function receiptsOfDocument(
  tx: ReadTransaction,
  of: { readonly documentId: Id; readonly now: Date },
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  const [protocolOrder, organizationId] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const { documentId, now } = of;
  const units = await readingUnits(tx);
  const narrowed = [tx.committeeId, documentId, units, filter.states, filter.duty, filter.overdue, now];
  const rows = await tx.query<ReceiptRow>(
    `select ${RECEIPT_COLUMNS} from dispatch.receipt r
     where ${FILTERED} and r.document_id = $2
       and ($8::int is null or (r.protocol_order, r.organization_id) > ($8::int, $9::uuid))
     order by r.protocol_order, r.organization_id limit $10 offset $11`,
    [...narrowed, protocolOrder, organizationId, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from dispatch.receipt r where ${FILTERED} and r.document_id = $2`,
    narrowed,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.protocolOrder, row.organizationId]);
}
