import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

export interface ReportTaskRow {
  readonly id: Id;
  readonly title: string;
  readonly periodKey: string;
  readonly dueOn: string;
}

const COLUMNS = `task_id as "id", title, period_key as "periodKey", due_on as "dueOn"`;

/** The newest due date first. */
export async function listReportTasks(tx: ReadTransaction, page: PageRequest): Promise<Page<ReportTaskRow>> {
  const [dueOn, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task
     where committee_id = $1 and ($2::date is null or (due_on, task_id) < ($2::date, $3::uuid))
     order by due_on desc, task_id desc limit $4 offset $5`,
    [tx.committeeId, dueOn, id, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::int as total from reports.report_task where committee_id = $1',
    [tx.committeeId],
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.dueOn, row.id]);
}

export async function reportTasksById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReportTaskRow>> {
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task where committee_id = $1 and task_id = any($2::uuid[])`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
