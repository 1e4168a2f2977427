import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { type CountedReceipt, NO_PROGRESS, type Progress } from '../domain/progress';
import { PROGRESS_SUMS } from './progress.columns';

/** Counters of several documents; a document that was never sent out has none. */
export async function progressOf(tx: ReadTransaction, documentIds: readonly Id[]): Promise<ReadonlyMap<Id, Progress>> {
  const rows = await tx.query<Progress & { readonly documentId: Id }>(
    `select document_id as "documentId", ${PROGRESS_SUMS}
     from dispatch.document_progress
     where committee_id = $1 and document_id = any($2::uuid[])
     group by document_id`,
    [tx.committeeId, documentIds],
  );
  return new Map(rows.map(({ documentId, ...progress }) => [documentId, progress]));
}

export async function progressOfDocument(tx: ReadTransaction, documentId: Id): Promise<Progress> {
  return (await progressOf(tx, [documentId])).get(documentId) ?? NO_PROGRESS;
}

/** How many receipts of a document are in each state, by duty: what the counters are checked against. */
export function receiptsByState(
  tx: ReadTransaction,
  documentId: Id,
): Promise<(CountedReceipt & { readonly count: number })[]> {
  return tx.query(
    `select state, duty, count(*)::int as count from dispatch.receipt
     where committee_id = $1 and document_id = $2 group by state, duty`,
    [tx.committeeId, documentId],
  );
}
