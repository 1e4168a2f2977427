import { IN_COMMITTEE, quarantineTable, SqlMigration, sideRole } from '@hub/persistence';

const office = sideRole('reports', 'office');
const unit = sideRole('reports', 'unit');

/** What acts on reports need beside the tables themselves. */
export class ReportLife1763769600098 extends SqlMigration {
  protected statements(): string[] {
    return [...quarantineTable('reports'), ...ownReports, ...readersOfAll];
  }
}

const ownReports = [
  // The work committee's own branch is asked too, and its office writes what it answers; the office sees those words anyway.
  `grant insert, update on reports.report_version to ${office}`,
  `grant insert, update, delete on reports.report_figure to ${office}`,
  `grant insert on reports.report_sum to ${office}`,
];

const readersOfAll = [
  // What is meant for all is also for units that come later; a policy says so by a word, as every one does.
  `alter table reports.report_publication drop column for_all,
     add column readers text not null check (readers in ('ALL', 'CHOSEN'))`,
  `create policy report_publication_all on reports.report_publication for select to ${unit}
     using (${IN_COMMITTEE} and readers = 'ALL')`,
];
