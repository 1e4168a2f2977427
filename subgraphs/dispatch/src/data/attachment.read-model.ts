import { type Id, rowsBy } from '@hub/core';
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '@hub/files';
import type { ReadTransaction } from '@hub/persistence';

import { readingUnits } from './reading-units';

export interface DocumentFileRow extends AttachmentRow {
  readonly documentId: Id;
}

/** $1 committee, $2 the units that are read for: files of papers they hold, and of their own feedback. */
const VISIBLE = `a.committee_id = $1 and a.removed_at is null
  and ($2::uuid[] is null or a.unit_id = any($2)
       or (a.unit_id is null
           and exists (select from dispatch.receipt r
                       where r.committee_id = a.committee_id and r.document_id = a.document_id and r.unit_id = any($2)
                         and r.recalled_at is null and r.withdrawn_at is null)))`;

const SELECT = `select ${ATTACHMENT_COLUMNS}, a.document_id as "documentId" from dispatch.attachment a`;

export async function attachmentsById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, DocumentFileRow>> {
  const rows = await tx.query<DocumentFileRow>(`${SELECT} where ${VISIBLE} and a.attachment_id = any($3::uuid[])`, [
    tx.committeeId,
    await readingUnits(tx),
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The files of the papers themselves, without those of feedback. */
export async function attachmentsOfDocuments(
  tx: ReadTransaction,
  documentIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly DocumentFileRow[]>> {
  const rows = await tx.query<DocumentFileRow>(
    `${SELECT} where ${VISIBLE} and a.unit_id is null and a.document_id = any($3::uuid[]) order by a.ordinal`,
    [tx.committeeId, await readingUnits(tx), documentIds],
  );
  return rowsBy(rows, (row) => row.documentId);
}
