import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { readingUnits } from './reading-units';

export interface ReportRow {
  readonly id: Id;
  readonly taskId: Id;
  readonly unitId: Id;
  readonly submittedAt: Date | null;
}

export async function reportsById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, ReportRow>> {
  const rows = await tx.query<ReportRow>(
    `select report_id as "id", task_id as "taskId", unit_id as "unitId", first_submitted_at as "submittedAt"
     from reports.report
     where committee_id = $1 and report_id = any($2::uuid[]) and ($3::uuid[] is null or unit_id = any($3))`,
    [tx.committeeId, ids, await readingUnits(tx)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
