import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';
import { REPORT_COLUMNS, REPORT_TABLES, type ReportRow } from './report.read-model';
import { reportSight } from './report-sight';

export interface ReportFilter {
  readonly taskId?: Id | null;
  readonly kinds?: readonly ReportKind[] | null;
  readonly states?: readonly ReportState[] | null;
  readonly unitIds?: readonly Id[] | null;
  readonly zoneId?: Id | null;
  readonly periodKey?: string | null;
  /** First instant of handing in. */
  readonly submittedFrom?: Date | null;
  /** First instant that is too late. */
  readonly submittedBefore?: Date | null;
  readonly updatedSince?: Date | null;
  /** First handed in after its end. */
  readonly late?: boolean | null;
  /** Its end has passed and it was not handed in. */
  readonly missing?: boolean | null;
  readonly excellent?: boolean | null;
}

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
    rows: `r.state in ('DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'RETURNED')`,
    after: '($18::timestamptz is null and ($19::uuid is null or r.report_id < $19))',
    order: 'r.report_id desc',
  },
  OF_TASK: {
    rows: 'r.task_id is not null',
    after: '($18::timestamptz is null and ($19::uuid is null or r.report_id > $19))',
    order: 'r.report_id',
  },
};

/** $1 committee, $2 and $3 the units that are read for (one by itself, which an index may go by), $4 to $16 the filter, $17
 * whether words count that were not handed in. */
const FILTERED = `r.committee_id = $1
  and ($2::uuid is null or r.unit_id = $2) and ($3::uuid[] is null or r.unit_id = any($3))
  and ($4::uuid is null or r.task_id = $4) and ($5::text[] is null or r.kind = any($5))
  and ($6::text[] is null or r.state = any($6)) and ($7::uuid[] is null or r.unit_id = any($7))
  and ($8::uuid is null or r.zone_id = $8) and ($9::text is null or r.period_key = $9)
  and ($10::timestamptz is null or r.submitted_at >= $10) and ($11::timestamptz is null or r.submitted_at < $11)
  and ($12::timestamptz is null or r.updated_at >= $12)
  and ($13::boolean is null or coalesce(r.first_submitted_at > r.due_at, false) = $13)
  and ($14::boolean is null or (r.first_submitted_at is null and r.state <> 'SETTLED'
                                and coalesce(r.due_at < $15, false)) = $14)
  and ($16::boolean is null or (r.excellent_at is not null) = $16)
  and ($17::boolean or r.visibility = 'COMMITTEE')`;

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
  const filtered = await parametersOf(tx, now, filter);
  const rows = await tx.query<ReportRow>(
    `select ${REPORT_COLUMNS} from ${REPORT_TABLES}
     where ${FILTERED} and ${inBox} and ${after}
     order by ${order} limit $20 offset $21`,
    [...filtered, at, id, page.first + 1, page.offset ?? 0],
  );
  const total = await countReports(tx, box, filtered, page);
  return pageOf(rows, page.first, total, (row) => [box === 'HANDED_IN' ? row.submittedAt : null, row.reportId]);
}

async function parametersOf(tx: ReadTransaction, now: Date, filter: ReportFilter): Promise<readonly unknown[]> {
  const { units, drafts } = await reportSight(tx);
  const single = units?.length === 1;
  const { taskId, kinds, states, unitIds, zoneId, periodKey, submittedFrom, submittedBefore } = filter;
  const { updatedSince, late, missing, excellent } = filter;
  return [
    tx.committeeId,
    single ? units[0] : null,
    single ? null : units,
    taskId,
    kinds,
    states,
    unitIds,
    zoneId,
    periodKey,
    submittedFrom,
    submittedBefore,
    updatedSince,
    late,
    missing,
    now,
    excellent,
    drafts,
  ].map((value) => value ?? null);
}

async function countReports(
  tx: ReadTransaction,
  box: ReportBox,
  filtered: readonly unknown[],
  page: PageRequest,
): Promise<number> {
  if (page.counted === false) return 0;
  const { rows: inBox } = BOXES[box];
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report r where ${FILTERED} and ${inBox}`,
    filtered,
  );
  return count?.total ?? 0;
}
