import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { FieldValues } from '../domain/field-value';
import { readingUnits } from './reading-units';

export interface ImportedReport {
  readonly reportId: Id;
  readonly values: FieldValues;
}

/** What the reports of a task say now, those that the reader may see. */
export async function importedReports(
  tx: ReadTransaction,
  taskId: Id,
  reportIds: readonly Id[],
): Promise<ReadonlyMap<Id, ImportedReport>> {
  const rows = await tx.query<ImportedReport>(
    `select r.report_id as "reportId", coalesce(v."values", '{}'::jsonb) as "values"
     from reports.report r
     left join reports.report_version v on v.committee_id = $1 and v.report_id = r.report_id
       and v.number = r.content_number
     where r.committee_id = $1 and r.task_id = $2 and r.report_id = any($3::uuid[])
       and ($4::uuid[] is null or r.unit_id = any($4))`,
    [tx.committeeId, taskId, reportIds, await readingUnits(tx)],
  );
  return new Map(rows.map((row) => [row.reportId, row]));
}

/** Whether the task asks anything of that unit. */
export async function asksOf(tx: ReadTransaction, taskId: Id, unitId: Id): Promise<boolean> {
  const [row] = await tx.query<{ asked: boolean }>(
    `select exists (select from reports.report where committee_id = $1 and task_id = $2 and unit_id = $3) as asked`,
    [tx.committeeId, taskId, unitId],
  );
  return row?.asked === true;
}
