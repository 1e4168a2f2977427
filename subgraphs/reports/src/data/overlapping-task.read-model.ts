import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { OverlappingTask } from '../domain/ask-once';
import { type PeriodKey, periodsOverlap } from '../domain/period';

/** Tasks that go on for days of the period and wait for one of the organisations, with what they ask for. */
export async function overlappingTasks(
  tx: ReadTransaction,
  periodKey: PeriodKey,
  organizationIds: readonly Id[],
): Promise<OverlappingTask[]> {
  // A period that has days in common is of the same year: what is left is judged by the calendar of periods.
  const open = await tx.query<{ readonly taskId: Id; readonly periodKey: PeriodKey }>(
    `select task_id as "taskId", period_key as "periodKey" from reports.report_task
     where committee_id = $1 and state <> 'CLOSED' and left(period_key, 4) = left($2, 4)`,
    [tx.committeeId, periodKey],
  );
  const taskIds = open.filter((task) => periodsOverlap(task.periodKey, periodKey)).map(({ taskId }) => taskId);
  if (taskIds.length === 0) return [];
  return tx.query<OverlappingTask>(
    `select t.task_id as "taskId", t.title, t.period_key as "periodKey", v.fields
     from reports.report_task t
     join reports.report_template_version v
       on (v.committee_id, v.template_id, v.number) = (t.committee_id, t.template_id, t.template_version)
     where t.committee_id = $1 and t.task_id = any($2::uuid[])
       and exists (select from reports.report r
                   where r.committee_id = $1 and r.task_id = t.task_id and r.organization_id = any($3::uuid[]))
     order by t.due_on, t.task_id`,
    [tx.committeeId, taskIds, organizationIds],
  );
}
