import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportState } from '../domain/report-state';
import type { ReportEntity } from './report.entity';

/** What moving a report reads of it. */
export type MovableReport = Pick<
  ReportEntity,
  | 'reportId'
  | 'taskId'
  | 'kind'
  | 'title'
  | 'organizationId'
  | 'organizationName'
  | 'unitId'
  | 'zoneId'
  | 'nature'
  | 'state'
  | 'dueAt'
  | 'firstSubmittedAt'
  | 'returnCount'
  | 'excellentAt'
  | 'updatedAt'
  | 'version'
>;

/** What one organisation owes for some tasks and is in one of the states: under lock, in one order. */
export function lockOwed(
  tx: Transaction,
  { taskIds, organizationId }: { readonly taskIds: readonly Id[]; readonly organizationId: Id },
  states: readonly ReportState[],
): Promise<MovableReport[]> {
  return tx.query<MovableReport>(
    `select report_id as "reportId", task_id as "taskId", kind, title, organization_id as "organizationId",
            organization_name as "organizationName", unit_id as "unitId", zone_id as "zoneId", nature, state,
            due_at as "dueAt", first_submitted_at as "firstSubmittedAt",
            return_count as "returnCount", excellent_at as "excellentAt", updated_at as "updatedAt", version
     from reports.report
     where committee_id = $1 and task_id = any($2::uuid[]) and organization_id = $3 and state = any($4)
     order by report_id for update`,
    [tx.committeeId, taskIds, organizationId, states],
  );
}
