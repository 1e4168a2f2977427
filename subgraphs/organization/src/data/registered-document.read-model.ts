import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DocumentState } from '../domain/registered-document';
import { columns } from './columns';
import { byKey } from './keyed';

export interface RegisteredDocumentRow {
  readonly registrationId: Id;
  readonly documentId: string;
  readonly name: string;
  readonly purpose: string;
  readonly text: string;
  readonly cost: number;
  readonly state: DocumentState;
  readonly authorName: string;
  readonly registeredAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly retiredByName: string | null;
  readonly retiredAt: Date | null;
  readonly version: number;
}

const COLUMNS = columns('d', [
  'registration_id',
  'document_id',
  'name',
  'purpose',
  'text',
  'cost',
  'state',
  'author_name',
  'registered_at',
  'decided_by_name',
  'decided_at',
  'decision_note',
  'retired_by_name',
  'retired_at',
  'version',
]);

export async function registeredDocumentsById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<Map<Id, RegisteredDocumentRow>> {
  const rows = await tx.query<RegisteredDocumentRow>(
    `select ${COLUMNS} from organization.registered_document d
     where d.committee_id = $1 and d.registration_id = any($2)`,
    [tx.committeeId, ids],
  );
  return byKey(rows, (row) => row.registrationId);
}

const FILTER = 'd.committee_id = $1 and ($2::text[] is null or d.state = any($2))';

/** The newest first. */
export async function listRegisteredDocuments(
  tx: ReadTransaction,
  states: readonly DocumentState[] | null,
  page: PageRequest,
): Promise<Page<RegisteredDocumentRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<RegisteredDocumentRow>(
    `select ${COLUMNS} from organization.registered_document d
     where ${FILTER} and ($3::uuid is null or d.registration_id < $3)
     order by d.registration_id desc limit $4 offset $5`,
    [tx.committeeId, states, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.registered_document d where ${FILTER}`,
    [tx.committeeId, states],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.registrationId]);
}

/** What the gateway runs. */
export interface ApprovedDocument {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The approved document of that name or id. */
export async function findApprovedDocument(tx: ReadTransaction, ref: string): Promise<ApprovedDocument | null> {
  const [row] = await tx.query<ApprovedDocument>(
    `select d.document_id as id, d.name, d.text from organization.registered_document d
     where d.committee_id = $1 and d.state = 'APPROVED' and (d.document_id = $2 or d.name = $2)`,
    [tx.committeeId, ref],
  );
  return row ?? null;
}
