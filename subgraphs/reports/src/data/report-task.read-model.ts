import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { readingUnits } from './reading-units';

export interface ReportTaskRow {
  readonly id: Id;
  readonly title: string;
  readonly periodKey: string;
  readonly dueOn: string;
}

const COLUMNS = `task_id as "id", title, period_key as "periodKey", due_on as "dueOn"`;

/** A unit knows the tasks it owes a report for: $2 are the units that are read for, null for the whole committee. */
const IN_SIGHT = `committee_id = $1
  and ($2::uuid[] is null
       or task_id in (select r.task_id from reports.report r where r.committee_id = $1 and r.unit_id = any($2)))`;

/** The newest due date first. */
export async function listReportTasks(tx: ReadTransaction, page: PageRequest): Promise<Page<ReportTaskRow>> {
  const [dueOn, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const sight = [tx.committeeId, await readingUnits(tx)];
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task
     where ${IN_SIGHT} and ($3::date is null or (due_on, task_id) < ($3::date, $4::uuid))
     order by due_on desc, task_id desc limit $5 offset $6`,
    [...sight, dueOn, id, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report_task where ${IN_SIGHT}`,
    sight,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.dueOn, row.id]);
}

export async function reportTasksById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReportTaskRow>> {
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task where ${IN_SIGHT} and task_id = any($3::uuid[])`,
    [tx.committeeId, await readingUnits(tx), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
