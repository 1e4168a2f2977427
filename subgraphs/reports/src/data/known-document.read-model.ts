import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** A paper that was issued: a task may be born from it. */
export interface KnownDocument {
  readonly documentId: Id;
  readonly documentNumber: string;
  readonly title: string;
}

export async function knownDocument(tx: ReadTransaction, documentId: Id): Promise<KnownDocument | null> {
  const [row] = await tx.query<KnownDocument>(
    `select document_id as "documentId", document_number as "documentNumber", title
     from reports.known_document where committee_id = $1 and document_id = $2`,
    [tx.committeeId, documentId],
  );
  return row ?? null;
}
