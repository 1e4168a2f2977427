import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { RECEIPT_COLUMNS, type ReceiptFilter, type ReceiptRow } from './receipt.read-model';

/**
 * What narrows an inbox, as parameters $1 to $6. The unit is named beside the policy of row security: it searches by index,
 * and each wall holds alone.
 */
const NARROWED = `r.committee_id = $1 and r.unit_id = $2 and r.recalled_at is null
  and ($3::text[] is null or r.state = any($3)) and ($4::text is null or r.duty = $4)
  and ($5::boolean is null or coalesce(r.due_at < $6, false) = $5)`;

/** What a unit owes, the nearest limit first. Its cost follows what is owed, not what the unit ever got. */
export async function inboxToDo(
  tx: ReadTransaction,
  of: { readonly unitId: Id; readonly now: Date },
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  const [dueAt, documentId, organizationId] = cursorOf(page, 3);
  const parameters = narrowing(tx, of, filter);
  const rows = await tx.query<ReceiptRow>(
    `select ${RECEIPT_COLUMNS} from dispatch.receipt r
     where ${NARROWED} and r.due_at is not null
       and ($7::timestamptz is null
            or (r.due_at, r.document_id, r.organization_id) > ($7::timestamptz, $8::uuid, $9::uuid))
     order by r.due_at, r.document_id, r.organization_id limit $10 offset $11`,
    [...parameters, dueAt, documentId, organizationId, page.first + 1, page.offset ?? 0],
  );
  const total = await countReceipts(tx, page, `${NARROWED} and r.due_at is not null`, parameters);
  return pageOf(rows, page.first, total, (row) => [row.dueAt, row.documentId, row.organizationId]);
}

/** Everything a unit got and still holds, the newest document first. */
export async function inboxAll(
  tx: ReadTransaction,
  of: { readonly unitId: Id; readonly now: Date },
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Page<ReceiptRow>> {
  const [documentId, organizationId] = cursorOf(page, 2);
  const parameters = narrowing(tx, of, filter);
  const rows = await tx.query<ReceiptRow>(
    // Read in the order of the index, the documents at the edge of the page whole; only what was read is then sorted.
    // Sorted at once, the page would cost what the unit ever got.
    `select * from (
       select ${RECEIPT_COLUMNS} from dispatch.receipt r
       where ${NARROWED} and ($7::uuid is null or (r.document_id, r.organization_id) < ($7::uuid, $8::uuid))
       order by r.document_id desc fetch first ($9::int + $10::int) rows with ties
     ) newest order by "documentId" desc, "organizationId" desc limit $9 offset $10`,
    [...parameters, documentId, organizationId, page.first + 1, page.offset ?? 0],
  );
  const total = await countReceipts(tx, page, NARROWED, parameters);
  return pageOf(rows, page.first, total, (row) => [row.documentId, row.organizationId]);
}

/** What a unit ever got grows with the years; its first page does not, and costs the same when it is not counted. */
async function countReceipts(
  tx: ReadTransaction,
  page: PageRequest,
  where: string,
  parameters: readonly unknown[],
): Promise<number> {
  if (page.counted === false) return 0;
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from dispatch.receipt r where ${where}`,
    parameters,
  );
  return count?.total ?? 0;
}

const cursorOf = (page: PageRequest, length: number): readonly unknown[] =>
  page.after === null ? [] : decodeCursor(page.after, length);

function narrowing(
  tx: ReadTransaction,
  { unitId, now }: { readonly unitId: Id; readonly now: Date },
  { states, duty, overdue }: ReceiptFilter,
): readonly unknown[] {
  return [tx.committeeId, unitId, states, duty, overdue, now];
}

/** What a unit holds of one document: a receipt for each of its organisations that it went to. */
export function inboxOfDocument(
  tx: ReadTransaction,
  { unitId, documentId }: { readonly unitId: Id; readonly documentId: Id },
): Promise<ReceiptRow[]> {
  return tx.query<ReceiptRow>(
    `select ${RECEIPT_COLUMNS} from dispatch.receipt r
     where r.committee_id = $1 and r.document_id = $2 and r.unit_id = $3 and r.recalled_at is null
     order by r.protocol_order, r.organization_id`,
    [tx.committeeId, documentId, unitId],
  );
}

export async function unitsHolding(tx: ReadTransaction, documentId: Id): Promise<Id[]> {
  const rows = await tx.query<{ unitId: Id }>(
    `select distinct unit_id as "unitId" from dispatch.receipt where committee_id = $1 and document_id = $2`,
    [tx.committeeId, documentId],
  );
  return rows.map(({ unitId }) => unitId);
}
