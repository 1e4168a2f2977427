import { SqlMigration, sideRole } from '@hub/persistence';

/** Lists of reports that do not go by the time of handing in. */
export class ReportLists1763769600107 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create index report_of_task on reports.report (committee_id, task_id, report_id) where task_id is not null`,
      `create index report_worked_on on reports.report (committee_id, report_id desc) include (unit_id)
         where state in ('DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'RETURNED')`,
      // The work committee's own branch is asked too, and its office hands in for it.
      `grant insert, update on reports.report_text to ${sideRole('reports', 'office')}`,
    ];
  }
}
