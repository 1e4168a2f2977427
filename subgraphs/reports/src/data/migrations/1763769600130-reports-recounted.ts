import { IN_COMMITTEE, SqlMigration, sideRole } from '@hub/persistence';

const system = sideRole('reports', 'system');

/** A change of the calendar moves the ends of tasks, and of reports, that were counted by it. */
export class ReportsRecounted1763769600130 extends SqlMigration {
  protected statements(): string[] {
    return [
      `grant select (task_id, due_at, resubmit_due_at, first_submitted_at), update (due_at, resubmit_due_at)
         on reports.report to ${system}`,
      `grant select (committee_id, task_id, due_at, due_basis, due_term),
             update (due_on, due_at, calendar_version, updated_at)
         on reports.report_task to ${system}`,
      `create policy report_task_recounted on reports.report_task for all to ${system}
         using (${IN_COMMITTEE}) with check (${IN_COMMITTEE})`,
    ];
  }
}
