import { IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

/** Tasks, and the report each unit owes for one. */
export class ReportTask1763769600001 extends SqlMigration {
  protected statements(): string[] {
    const schema = 'reports';
    return [
      `create table reports.report_task (
         committee_id uuid not null, task_id uuid not null,
         title text not null check (length(title) between 2 and 200),
         period_key text not null check (period_key ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$'),
         due_on date not null, created_at timestamptz(3) not null,
         primary key (committee_id, task_id)
       )`,
      `create index report_task_due on reports.report_task (committee_id, due_on desc, task_id desc)`,
      `create table reports.report (
         committee_id uuid not null, report_id uuid not null, task_id uuid not null, unit_id uuid not null,
         submitted_at timestamptz(3),
         primary key (committee_id, report_id), unique (committee_id, task_id, unit_id),
         foreign key (committee_id, task_id) references reports.report_task (committee_id, task_id)
       )`,
      `create index report_unit on reports.report (committee_id, unit_id, task_id)`,
      ...secureTable(schema, 'report', {
        office: { grant: 'select', rows: IN_COMMITTEE },
        unit: { grant: 'select', rows: IN_UNITS },
        system: { grant: 'select', rows: IN_COMMITTEE },
      }),
      ...secureTable(schema, 'report_task', {
        office: { grant: 'select', rows: IN_COMMITTEE },
        // A unit knows the tasks it owes a report for, and no others.
        unit: {
          grant: 'select',
          rows: `${IN_COMMITTEE} and task_id in (select r.task_id from reports.report r)`,
        },
        system: { grant: 'select', rows: IN_COMMITTEE },
      }),
    ];
  }
}
