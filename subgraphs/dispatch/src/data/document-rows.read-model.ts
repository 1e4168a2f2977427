import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { Progress } from '../domain/progress';
import type { Urgency } from '../domain/urgency';
import { countDocuments, DOCUMENT_FILTER, type DocumentFilter, filterParameters } from './document.read-model';
import { PROGRESS_SUMS } from './progress.columns';

/** One document as one flat row, with the counters of its receipts. */
export interface DocumentFlatRow extends Progress {
  readonly documentId: Id;
  readonly documentNumber: string | null;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly urgency: Urgency;
  readonly state: DocumentState;
  readonly issuerName: string;
  readonly drafterName: string;
  readonly approverName: string | null;
  readonly characterCount: number;
  readonly writtenOn: LocalDate | null;
  readonly issuedAt: Date | null;
  readonly updatedAt: Date;
}

/**
 * For dashboards and exports: the latest draft first. The order is that of the ids, which never change: a page after a
 * cursor neither repeats nor skips a row, whatever happens between two pages. The counters are summed for the rows of
 * the page only.
 */
export async function documentRows(
  tx: ReadTransaction,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<DocumentFlatRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<DocumentFlatRow>(
    `select d.document_id as "documentId", d.document_number as "documentNumber", d.title, d.kind, d.urgency, d.state,
            d.issuer_name as "issuerName", d.drafter_name as "drafterName", d.approver_name as "approverName",
            d.character_count as "characterCount", d.written_on as "writtenOn", d.issued_at as "issuedAt",
            d.updated_at as "updatedAt", p.*
     from (select * from dispatch.document d where ${DOCUMENT_FILTER} and ($12::uuid is null or d.document_id < $12)
           order by d.document_id desc limit $13 offset $14) d
     cross join lateral (select ${PROGRESS_SUMS} from dispatch.document_progress p
                         where p.committee_id = d.committee_id and p.document_id = d.document_id) p
     order by d.document_id desc`,
    [...filterParameters(tx, filter), after, page.first + 1, page.offset ?? 0],
  );
  return pageOf(rows, page.first, await countDocuments(tx, filter, page), (row) => [row.documentId]);
}
