import { SqlMigration, sideRole } from '@hub/persistence';

const STATES = `'DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'SETTLED', 'EXEMPT'`;

/** 免报: nobody owes it any more, because its organisation is dissolved or the office says so; it is not done either. */
export class ExemptReports1763769600131 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table reports.report drop constraint report_state_check`,
      `alter table reports.report
         add column exempted_at timestamptz(3), add column exempt_reason text check (length(exempt_reason) <= 200),
         add constraint report_state_check check (state in (${STATES})),
         add constraint report_exempt check ((exempted_at is null) = (exempt_reason is null)),
         add constraint report_exempted check ((state = 'EXEMPT') = (exempted_at is not null))`,
      `drop index reports.report_awaited`,
      `create index report_awaited on reports.report (committee_id, task_id, due_at)
         where first_submitted_at is null and state not in ('SETTLED', 'EXEMPT')`,
      `alter table reports.report_tally add column exempt int not null default 0`,
      `grant update (exempted_at, exempt_reason) on reports.report to ${sideRole('reports', 'system')}`,
    ];
  }
}
