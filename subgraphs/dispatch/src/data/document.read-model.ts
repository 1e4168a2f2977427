import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Audience } from '../domain/audience';
import type { Direction, DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { EndingBasis } from '../domain/ending';
import type { FeedbackRequirement } from '../domain/feedback';
import type { Urgency } from '../domain/urgency';
import { readingUnits } from './reading-units';

/** The printed paper: what its addressees may read too. */
export interface PaperRow {
  readonly id: Id;
  readonly kind: DocumentKind;
  readonly direction: Direction;
  readonly urgency: Urgency;
  readonly documentNumber: string | null;
  readonly title: string;
  readonly text: string;
  readonly addresseeLine: string | null;
  readonly copyLine: string | null;
  readonly annexTitles: readonly string[];
  readonly note: string | null;
  readonly conveyanceScope: string | null;
  readonly issuerOrganizationId: Id;
  readonly issuerName: string;
  readonly signatory: string | null;
  readonly writtenOn: LocalDate | null;
  readonly printedOn: LocalDate | null;
  readonly feedbackRequirement: FeedbackRequirement;
  readonly feedbackDueOn: LocalDate | null;
  readonly state: DocumentState;
  readonly textDigest: string;
  readonly issuedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly abolishedOn: LocalDate | null;
  readonly endingBasis: EndingBasis | null;
  readonly version: number;
}

const PAPER = `d.document_id as id, d.kind, d.direction, d.urgency, d.document_number as "documentNumber", d.title, d.text,
  d.addressee_line as "addresseeLine", d.copy_line as "copyLine", d.annex_titles as "annexTitles", d.note,
  d.conveyance_scope as "conveyanceScope", d.issuer_organization_id as "issuerOrganizationId",
  d.issuer_name as "issuerName", d.signatory, d.written_on as "writtenOn", d.printed_on as "printedOn",
  d.feedback_requirement as "feedbackRequirement", d.feedback_due_on as "feedbackDueOn", d.state,
  d.text_digest as "textDigest", d.issued_at as "issuedAt", d.revoked_at as "revokedAt",
  d.abolished_on as "abolishedOn", d.ending_basis as "endingBasis", d.version`;

/** For the office every paper; for a unit those it holds a receipt of, which row security asks again. */
export async function papersById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, PaperRow>> {
  const rows = await tx.query<PaperRow>(
    `select ${PAPER} from dispatch.document d
     where d.committee_id = $1 and d.document_id = any($2::uuid[])
       and ($3::uuid[] is null
            or exists (select from dispatch.receipt r
                       where r.committee_id = d.committee_id and r.document_id = d.document_id and r.unit_id = any($3)
                         and r.recalled_at is null and r.withdrawn_at is null))`,
    [tx.committeeId, ids, await readingUnits(tx)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface DocumentFilter {
  readonly states?: readonly DocumentState[] | null;
  readonly kinds?: readonly DocumentKind[] | null;
  readonly seriesId?: Id | null;
  /** Words of the title, or a document number in any usual form. */
  readonly search?: string | null;
  readonly draftedBy?: Id | null;
  readonly writtenFrom?: LocalDate | null;
  readonly writtenTo?: LocalDate | null;
  readonly issuedFrom?: Date | null;
  readonly issuedTo?: Date | null;
  readonly updatedSince?: Date | null;
}

/** $1 committee, $2 to $11 the filter. The caller has normalised the number in the search. */
export const DOCUMENT_FILTER = `d.committee_id = $1
  and ($2::text[] is null or d.state = any($2))
  and ($3::text[] is null or d.kind = any($3))
  and ($4::uuid is null or d.series_id = $4)
  and ($5::text is null or position($5 in d.title) > 0 or d.document_number = $5)
  and ($6::uuid is null or d.drafter_account_id = $6)
  and ($7::date is null or d.written_on >= $7) and ($8::date is null or d.written_on <= $8)
  and ($9::timestamptz is null or d.issued_at >= $9) and ($10::timestamptz is null or d.issued_at < $10)
  and ($11::timestamptz is null or d.updated_at >= $11)`;

export const filterParameters = ({ committeeId }: ReadTransaction, filter: DocumentFilter): readonly unknown[] => [
  committeeId,
  filter.states ?? null,
  filter.kinds ?? null,
  filter.seriesId ?? null,
  filter.search ?? null,
  filter.draftedBy ?? null,
  filter.writtenFrom ?? null,
  filter.writtenTo ?? null,
  filter.issuedFrom ?? null,
  filter.issuedTo ?? null,
  filter.updatedSince ?? null,
];

/** The latest draft first. For the office only. */
export async function listDocuments(
  tx: ReadTransaction,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<PaperRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<PaperRow>(
    `select ${PAPER} from dispatch.document d
     where ${DOCUMENT_FILTER} and ($12::uuid is null or d.document_id < $12)
     order by d.document_id desc limit $13 offset $14`,
    [...filterParameters(tx, filter), after, page.first + 1, page.offset ?? 0],
  );
  return pageOf(rows, page.first, await countDocuments(tx, filter, page), (row) => [row.id]);
}

/** Not counted when nobody asks: an export of a thousand pages must not count a thousand times. */
export async function countDocuments(tx: ReadTransaction, filter: DocumentFilter, page: PageRequest): Promise<number> {
  if (page.counted === false) return 0;
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from dispatch.document d where ${DOCUMENT_FILTER}`,
    filterParameters(tx, filter),
  );
  return count?.total ?? 0;
}

/** What a preview of the distribution starts from. */
export interface DistributionBasis {
  readonly audience: Audience;
  readonly feedbackRequirement: FeedbackRequirement;
  readonly distributionDigest: string | null;
}

export async function distributionBasis(tx: ReadTransaction, documentId: Id): Promise<DistributionBasis | null> {
  const [row] = await tx.query<DistributionBasis>(
    `select audience, feedback_requirement as "feedbackRequirement", distribution_digest as "distributionDigest"
     from dispatch.document where committee_id = $1 and document_id = $2`,
    [tx.committeeId, documentId],
  );
  return row ?? null;
}
