import { SqlMigration } from '@hub/persistence';

/** What a unit's month begins with: what is due in it, and the tasks that were opened in it. */
export class UnitMonth1763769600142 extends SqlMigration {
  protected statements(): string[] {
    return [
      'create index report_unit_due on reports.report (committee_id, unit_id, due_at) where due_at is not null',
      'create index report_task_opened on reports.report_task (committee_id, opened_at)',
    ];
  }
}
