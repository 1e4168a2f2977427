import { closeToAdministrators, IN_COMMITTEE, IN_UNITS, SIDES, secureTable, sideRole } from '@hub/persistence';

import { REMINDER_STATE, REMINDER_STATE_COLUMNS, remindAt, sweptRows } from './ledger-tables';

/** Who keeps deadlines beside the office, which does everywhere. */
export interface DeadlineKeepers {
  /** Acts of units open and end them: a report that is handed in, a request that is made. */
  readonly units?: boolean;
  /** They belong to what administrators keep: the structure. */
  readonly administrators?: boolean;
  /** Work of the system opens them. */
  readonly jobs?: boolean;
}

/** What an act may change of a deadline: its clock and its words. What it is about never changes, nor what a sweep plans. */
const CLOCK = `title, organization_name, owed_by, urgency, started_at, due_at, basis, calendar_version, known_since,
  closed_at, close_reason, reminder_level, reminded_at, planned_as`;

/** Where a subgraph's own rows have no clock, its deadlines are rows of their own, and `deadline` shows the open ones. */
export function keptDeadlineTables(schema: string, keepers: DeadlineKeepers): string[] {
  const system = sideRole(schema, 'system');
  const keeps = `select, insert, update (${CLOCK})`;
  return [
    `create table ${schema}.kept_deadline (
       committee_id uuid not null, subject_id uuid not null, part_id uuid not null, obligation text not null,
       subject_type text not null, subject_key text not null, title text not null check (length(title) <= 300),
       organization_id uuid not null, organization_name text not null, unit_id uuid,
       owed_by text not null check (owed_by in ('UNIT', 'OFFICE')),
       urgency text not null default 'ORDINARY' check (urgency in ('ORDINARY', 'URGENT', 'EXTRA_URGENT')),
       started_at timestamptz(3) not null, due_at timestamptz(3) not null,
       -- STATED by whoever set it, TERM: counted by the calendar, GRANTED: an extension.
       basis text not null check (basis in ('STATED', 'TERM', 'GRANTED')),
       calendar_version text,
       known_since timestamptz(3) not null,
       closed_at timestamptz(3), close_reason text check (length(close_reason) <= 200),
       check ((closed_at is null) = (close_reason is null)),
       reminder_level int not null default 0,
       ${REMINDER_STATE_COLUMNS.join(', ')},
       ${remindAt('obligation', 'case when closed_at is null then due_at end')},
       primary key (committee_id, subject_id, part_id, obligation)
     ) partition by range (subject_id)`,
    `create index kept_deadline_remind on ${schema}.kept_deadline (committee_id, remind_at) where remind_at is not null`,
    `create index kept_deadline_unit on ${schema}.kept_deadline (unit_id, due_at) where closed_at is null`,
    `create index kept_deadline_organization on ${schema}.kept_deadline (committee_id, organization_id)`,
    `create index kept_deadline_due on ${schema}.kept_deadline (committee_id, due_at) where closed_at is null`,
    ...secureTable(schema, 'kept_deadline', {
      office: { grant: keeps, rows: IN_COMMITTEE },
      unit: { grant: keepers.units ? keeps : 'select', rows: IN_UNITS },
    }),
    `grant select, update (${REMINDER_STATE}) on ${schema}.kept_deadline to ${system}`,
    ...(keepers.jobs ? [`grant ${keeps} on ${schema}.kept_deadline to ${system}`] : []),
    sweptRows(schema, 'kept_deadline'),
    ...(keepers.administrators ? [] : [closeToAdministrators(schema, 'kept_deadline')]),
    `create view ${schema}.deadline with (security_invoker = true) as
       select committee_id, subject_id, part_id, obligation, organization_id, unit_id, started_at, due_at, known_since,
              calendar_version, remind_at, next_step, next_reminder_at, planned_as, planned_for, reminded_at,
              reminder_level
       from ${schema}.kept_deadline where closed_at is null`,
    ...SIDES.map((side) => `grant select on ${schema}.deadline to ${sideRole(schema, side)}`),
    `grant update (${REMINDER_STATE}) on ${schema}.deadline to ${system}`,
    `grant update (reminded_at, reminder_level) on ${schema}.deadline to ${sideRole(schema, 'office')}`,
  ];
}

/** What the directory and the calendar bring about: another unit at a merger, an end at a dissolution, a term counted anew. */
export function keptDeadlinesFollow(schema: string): string {
  return `grant update (unit_id, closed_at, close_reason, due_at, calendar_version, known_since)
    on ${schema}.kept_deadline to ${sideRole(schema, 'system')}`;
}

/** How a deadline that is kept was counted, and what a recount changes of it. */
export function keptTermColumn(schema: string, { units, jobs }: DeadlineKeepers): string[] {
  const sides = SIDES.filter((side) => side === 'office' || (side === 'unit' && units) || (side === 'system' && jobs));
  const keepers = sides.map((side) => sideRole(schema, side));
  return [
    `alter table ${schema}.kept_deadline add column term jsonb`,
    `grant update (term) on ${schema}.kept_deadline to ${keepers.join(', ')}`,
    `grant update (due_at, calendar_version) on ${schema}.kept_deadline to ${sideRole(schema, 'system')}`,
  ];
}
