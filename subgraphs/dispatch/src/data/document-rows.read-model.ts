import type { Id, LocalDate, PageRequest } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { Progress } from '../domain/progress';
import type { Urgency } from '../domain/urgency';
import { DOCUMENT_FILTER, type DocumentFilter, filterParameters } from './document.read-model';
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
}

/** For dashboards and exports: the latest draft first. The counters are summed for the rows of the page only. */
export function documentRows(
  tx: ReadTransaction,
  filter: DocumentFilter,
  page: Pick<PageRequest, 'first' | 'offset'>,
): Promise<DocumentFlatRow[]> {
  return tx.query<DocumentFlatRow>(
    `select d.document_id as "documentId", d.document_number as "documentNumber", d.title, d.kind, d.urgency, d.state,
            d.issuer_name as "issuerName", d.drafter_name as "drafterName", d.approver_name as "approverName",
            d.character_count as "characterCount", d.written_on as "writtenOn", d.issued_at as "issuedAt", p.*
     from (select * from dispatch.document d where ${DOCUMENT_FILTER}
           order by d.document_id desc limit $12 offset $13) d
     cross join lateral (select ${PROGRESS_SUMS} from dispatch.document_progress p
                         where p.committee_id = d.committee_id and p.document_id = d.document_id) p
     order by d.document_id desc`,
    [...filterParameters(tx, filter), page.first, page.offset ?? 0],
  );
}
