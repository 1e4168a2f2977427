import { EVERY_ROW, IN_COMMITTEE, SqlMigration, secureTable, sideRole } from '@hub/persistence';

const system = sideRole('reports', 'system');

/** How far a plan has come, and what holds it. */
const COURSE = 'next_period, next_opens_on, held_since, held_code, held_reason, tried_on, updated_at, version';

/** What a clock that begins anew is told. */
const CLOCK = `title, organization_name, owed_by, urgency, started_at, due_at, basis, term, calendar_version, known_since,
  closed_at, close_reason, reminder_level, reminded_at, planned_as`;

/** What the actor needs that opens the tasks of plans: it writes a task as a person does. */
export class PlanWork1763769600119 extends SqlMigration {
  protected statements(): string[] {
    const inCommittee = (grant: string) => ({ system: { grant, rows: IN_COMMITTEE } });
    return [
      // A sweep finds what is due in all committees at once; it opens within one.
      ...secureTable('reports', 'report_plan', {
        system: { grant: `select, update (${COURSE})`, rows: EVERY_ROW, check: IN_COMMITTEE },
      }),
      ...secureTable('reports', 'report_template', inCommittee('select')),
      ...secureTable('reports', 'report_template_version', inCommittee('select')),
      ...secureTable('reports', 'unit_burden', inCommittee('select, insert, update')),
      // Which rows the system has of these is said by the migrations that give it some.
      `grant select, insert on reports.report_task to ${system}`,
      `grant select (task_id, state), insert on reports.report to ${system}`,
      `grant insert, update (${CLOCK}) on reports.kept_deadline to ${system}`,
    ];
  }
}
