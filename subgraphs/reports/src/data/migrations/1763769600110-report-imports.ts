import { closeToAdministrators, IN_COMMITTEE, IN_UNITS, SqlMigration, secureTable } from '@hub/persistence';

/** Like the drafts that it writes, an import is its unit's; the work committee's own branch fills in by its office. */
const ownOnly = (grant: string) => ({
  office: { grant, rows: `${IN_COMMITTEE} and visibility = 'COMMITTEE'` },
  unit: { grant, rows: IN_UNITS },
});

const VISIBILITY = `visibility text not null check (visibility in ('UNIT', 'COMMITTEE'))`;

/** 导入: workbooks of tasks that units filled in, and what was wrong with them. */
export class ReportImports1763769600110 extends SqlMigration {
  protected statements(): string[] {
    return [
      `create table reports.report_import (
         committee_id uuid not null, import_id uuid not null, task_id uuid not null, unit_id uuid not null,
         ${VISIBILITY},
         template_version int not null, file_name text not null check (length(file_name) <= 200),
         started_at timestamptz(3) not null, started_by_account_id uuid not null, started_by_name text not null,
         finished_at timestamptz(3),
         records int not null default 0, saved int not null default 0, unchanged int not null default 0,
         refused int not null default 0,
         primary key (committee_id, import_id),
         foreign key (committee_id, task_id) references reports.report_task (committee_id, task_id)
       )`,
      `create index report_import_task on reports.report_import (committee_id, task_id, unit_id, started_at)`,
      ...secureTable('reports', 'report_import', ownOnly('select, insert, update')),
      // Where and why, never what was written: words that are refused are kept nowhere.
      `create table reports.report_import_problem (
         committee_id uuid not null, import_id uuid not null, problem_id uuid not null, unit_id uuid not null,
         ${VISIBILITY},
         sheet_name text not null check (length(sheet_name) <= 100), row_number int not null,
         label text not null check (length(label) <= 200), reason text not null, message text not null,
         primary key (committee_id, import_id, problem_id),
         foreign key (committee_id, import_id) references reports.report_import (committee_id, import_id)
       )`,
      ...secureTable('reports', 'report_import_problem', ownOnly('select, insert')),
      closeToAdministrators('reports', 'report_import'),
      closeToAdministrators('reports', 'report_import_problem'),
    ];
  }
}
