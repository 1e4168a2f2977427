import { SqlMigration } from '@hub/persistence';

const HANDED_IN = 'submitted_at is not null';
/** Row security looks at it for the office: with it in the index rows need not be looked at to be counted. */
const COUNTED = 'include (visibility)';
const NEWEST = 'submitted_at desc, report_id desc';

/** What lists of reports are narrowed by: each narrowed list has its rows together, in the order in which it is shown. */
export class ReportListIndexes1763769600135 extends SqlMigration {
  protected statements(): string[] {
    return [
      'drop index reports.report_submitted, reports.report_of_task',
      `create index report_submitted on reports.report (committee_id, ${NEWEST}) ${COUNTED} where ${HANDED_IN}`,
      `create index report_of_task on reports.report (committee_id, task_id, report_id) ${COUNTED}
         where task_id is not null`,
      `create index report_kind on reports.report (committee_id, kind, ${NEWEST}) ${COUNTED} where ${HANDED_IN}`,
      `create index report_state on reports.report (committee_id, state, ${NEWEST}) ${COUNTED} where ${HANDED_IN}`,
      `create index report_period on reports.report (committee_id, period_key, ${NEWEST}) ${COUNTED} where ${HANDED_IN}`,
      // As the list asks for them, to the letter: a part of an index is taken when its condition is found again.
      `create index report_late on reports.report (committee_id, ${NEWEST}) ${COUNTED}
         where ${HANDED_IN} and coalesce(first_submitted_at > due_at, false)`,
      `create index report_excellent on reports.report (committee_id, ${NEWEST}) ${COUNTED}
         where ${HANDED_IN} and excellent_at is not null`,
    ];
  }
}
