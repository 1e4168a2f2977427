import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import { ITS_TEMPLATE, REPORT_COLUMNS, type ReportRow } from './report.read-model';
import { reportSight } from './report-sight';

export interface SearchFilter {
  readonly kinds?: readonly ReportKind[] | null;
  readonly unitIds?: readonly Id[] | null;
  readonly submittedFrom?: Date | null;
  readonly submittedBefore?: Date | null;
}

export interface FoundReport {
  readonly report: ReportRow;
  /** Where the first word stands. */
  readonly excerpt: string;
}

/** Characters before the first word, and of the whole excerpt. */
const LEAD = 30;
const EXCERPT = 120;

/**
 * Reports with all the words, the newest first. The function looks beneath row security and gives ids; what of them the
 * reader may see is decided here, by the guarded tables. Nothing is counted: that would look at all that has the words.
 */
export async function findReports(
  tx: ReadTransaction,
  words: readonly string[],
  filter: SearchFilter,
  page: PageRequest,
): Promise<Page<FoundReport>> {
  const [at, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const { units, drafts } = await reportSight(tx);
  const rows = await tx.query<ReportRow & { readonly excerpt: string; readonly foundAt: Date }>(
    // Fenced by `offset 0`: each id is looked up, where a plan would rather read all that the reader may see.
    `select ${REPORT_COLUMNS}, f.submitted_at as "foundAt",
            substr(r.body, greatest(1, strpos(r.body, $3[1]) - ${LEAD}), ${EXCERPT}) as excerpt
     from reports.find_reports($1, $2, $3, $4, $5, $6, $7, $8, $9) f
     cross join lateral (
       select r.*, w.body from reports.report r
       join reports.report_text w on w.committee_id = r.committee_id and w.report_id = r.report_id
       where r.committee_id = $1 and r.report_id = f.report_id
         and ($2::uuid[] is null or r.unit_id = any($2)) and ($11::boolean or r.visibility = 'COMMITTEE') offset 0
     ) r
     join ${ITS_TEMPLATE}
     order by f.submitted_at desc, f.report_id desc offset $10`,
    [
      tx.committeeId,
      among(units, filter.unitIds ?? null),
      words,
      filter.kinds ?? null,
      filter.submittedFrom ?? null,
      filter.submittedBefore ?? null,
      at,
      id,
      page.first + 1 + (page.offset ?? 0),
      page.offset ?? 0,
      drafts,
    ],
  );
  const found = rows.map(({ excerpt, foundAt, ...report }) => ({ report, excerpt, foundAt }));
  return pageOf(found, page.first, 0, ({ report, foundAt }) => [foundAt, report.reportId]);
}

function among(units: readonly Id[] | null, asked: readonly Id[] | null): readonly Id[] | null {
  return units === null || asked === null ? (asked ?? units) : asked.filter((id) => units.includes(id));
}
