import { decodeCursor, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ITS_TEMPLATE, REPORT_COLUMNS, type ReportRow } from './report.read-model';
import { REPORT_FILTER, type ReportFilter, reportFilterParameters } from './report-filter.read-model';
import { OWED_STATES } from './state-lists';

export const REPORT_BOXES = ['HANDED_IN', 'WORKED_ON', 'OF_TASK'] as const;

/** What was handed in, the newest first; what units still work on, the newest first; all of a task. */
export type ReportBox = (typeof REPORT_BOXES)[number];

interface Box {
  readonly rows: string;
  /** $18 and $19 are the place of the cursor. */
  readonly after: string;
  readonly order: string;
}

const BOXES: Readonly<Record<ReportBox, Box>> = {
  HANDED_IN: {
    rows: 'r.submitted_at is not null',
    after: '($18::timestamptz is null or (r.submitted_at, r.report_id) < ($18, $19::uuid))',
    order: 'r.submitted_at desc, r.report_id desc',
  },
  WORKED_ON: {
    rows: `r.state in (${OWED_STATES})`,
    after: '($18::timestamptz is null and ($19::uuid is null or r.report_id < $19))',
    order: 'r.report_id desc',
  },
  OF_TASK: {
    rows: 'r.task_id is not null',
    after: '($18::timestamptz is null and ($19::uuid is null or r.report_id > $19))',
    order: 'r.report_id',
  },
};

/**
 * So far lists are counted: whoever sees as many narrows the list. One more than a person takes out alone, so that an export
 * of them is known to need a second one (DEFAULT_LIMITS.exportRowsAlone).
 */
const COUNTED_TO = 10_001;

/** Reports in the order of their box; a page after a cursor neither repeats nor skips what stays in it. */
export async function listReports(
  tx: ReadTransaction,
  now: Date,
  box: ReportBox,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportRow>> {
  const [at, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const { rows: inBox, after, order } = BOXES[box];
  const filtered = await reportFilterParameters(tx, now, filter);
  const rows = await tx.query<ReportRow>(
    // The page is taken first: a plan takes few reports to have a template, and would read and sort all to join them.
    `select ${REPORT_COLUMNS}
     from (select r.* from reports.report r where ${REPORT_FILTER} and ${inBox} and ${after}
           order by ${order} limit $20 offset $21) r
     join ${ITS_TEMPLATE}
     order by ${order}`,
    [...filtered, at, id, page.first + 1, page.offset ?? 0],
  );
  const total = await countReports(tx, box, filtered, page);
  return pageOf(rows, page.first, total, (row) => [box === 'HANDED_IN' ? row.submittedAt : null, row.reportId]);
}

/** What there is to count grows with the years; what is counted does not. */
async function countReports(
  tx: ReadTransaction,
  box: ReportBox,
  filtered: readonly unknown[],
  page: PageRequest,
): Promise<number> {
  if (page.counted === false) return 0;
  const { rows: inBox } = BOXES[box];
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total
     from (select from reports.report r where ${REPORT_FILTER} and ${inBox} limit ${COUNTED_TO}) counted`,
    filtered,
  );
  return count?.total ?? 0;
}
