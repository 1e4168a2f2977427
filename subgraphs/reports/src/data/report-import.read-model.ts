import { decodeCursor, encodeCursor, type Id, type ImportProblem } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';
import { readingUnits } from './reading-units';
import type { ReportVisibility } from './report.entity';

export interface ImportRow {
  readonly id: Id;
  readonly taskId: Id;
  readonly fileName: string;
  readonly startedAt: Date;
  readonly startedByName: string;
  readonly finishedAt: Date | null;
  readonly records: number;
  readonly saved: number;
  readonly unchanged: number;
  readonly refused: number;
}

const COLUMNS = `import_id as "id", task_id as "taskId", file_name as "fileName", started_at as "startedAt",
  started_by_name as "startedByName", finished_at as "finishedAt", records, saved, unchanged, refused`;

export async function shownImport(tx: ReadTransaction, importId: Id): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from reports.report_import
     where committee_id = $1 and import_id = $2 and ($3::uuid[] is null or unit_id = any($3))`,
    [tx.committeeId, importId, await readingUnits(tx)],
  );
  return row ?? null;
}

/** An import under way. */
export interface OpenImport {
  readonly startedByAccountId: Id;
  readonly importId: Id;
  readonly taskId: Id;
  readonly unitId: Id;
  readonly visibility: ReportVisibility;
}

/** Null for one that is over, or of another unit. */
export async function openImport(tx: ReadTransaction, importId: Id): Promise<OpenImport | null> {
  const [row] = await tx.query<OpenImport>(
    `select import_id as "importId", task_id as "taskId", unit_id as "unitId", visibility,
       started_by_account_id as "startedByAccountId"
     from reports.report_import where committee_id = $1 and import_id = $2 and finished_at is null`,
    [tx.committeeId, importId],
  );
  return row ?? null;
}

export async function importProblemCount(tx: ReadTransaction, importId: Id): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from reports.report_import_problem
     where committee_id = $1 and import_id = $2 and ($3::uuid[] is null or unit_id = any($3))`,
    [tx.committeeId, importId, await readingUnits(tx)],
  );
  return row?.count ?? 0;
}

const PAGE = 1000;

/** In the order in which they were found. */
export async function importProblemPage(tx: ReadTransaction, importId: Id, after: string | null) {
  const [last] = after === null ? [null] : decodeCursor(after, 1);
  const rows = await tx.query<ImportProblem & { readonly id: Id }>(
    `select problem_id as "id", sheet_name as "sheetName", row_number as "rowNumber", label, reason, message
     from reports.report_import_problem
     where committee_id = $1 and import_id = $2 and ($3::uuid is null or problem_id > $3)
       and ($4::uuid[] is null or unit_id = any($4))
     order by problem_id limit $5`,
    [tx.committeeId, importId, last, await readingUnits(tx), PAGE],
  );
  const end = rows.length === PAGE ? rows[PAGE - 1] : undefined;
  return { problems: rows as readonly ImportProblem[], endCursor: end ? encodeCursor([end.id]) : null };
}
