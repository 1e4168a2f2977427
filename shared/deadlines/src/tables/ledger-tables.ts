import { closeToAdministrators, EVERY_ROW, IN_COMMITTEE, IN_UNITS, secureTable, sideRole } from '@hub/persistence';

/** The state of the reminders of one deadline, kept beside it: the same columns on every row that has a clock. */
export const REMINDER_STATE_COLUMNS = [
  // What comes next, and when.
  'next_step text',
  'next_reminder_at timestamptz(3)',
  // For which obligation and end it was planned: when these differ from what is owed now, it is planned anew.
  'planned_as text',
  'planned_for timestamptz(3)',
  'reminded_at timestamptz(3)',
];

/** What the system's side may write of a deadline when it reminds. */
export const REMINDER_STATE = 'next_step, next_reminder_at, planned_as, planned_for, reminded_at, reminder_level';

/**
 * When a sweep has to look at a deadline; null when nothing is owed. The database keeps it: whatever act moves, ends or
 * reopens a deadline, the next sweep plans it anew, and no act can forget to.
 */
export const remindAt = (obligation: string, dueAt: string): string =>
  `remind_at timestamptz(3) generated always as (case
     when (${dueAt}) is null then null
     when planned_for is distinct from (${dueAt}) or planned_as is distinct from (${obligation})
       then timestamptz '-infinity'
     else next_reminder_at
   end) stored`;

/** What the system's side sees of deadlines: those of all committees; it writes within the one it acts for. */
export const sweptRows = (schema: string, table: string): string =>
  `create policy ${table}_system on ${schema}.${table} for all to ${sideRole(schema, 'system')}
     using (${EVERY_ROW}) with check (${IN_COMMITTEE})`;

/**
 * The ledger of one subgraph: every reminder once for its deadline, clock and step; and every move of a deadline.
 * A deadline is named by what it is about: the subject, its part (the organisation), and the obligation.
 */
export function ledgerTables(schema: string): string[] {
  return [
    `create table ${schema}.reminder (
       committee_id uuid not null, subject_id uuid not null, part_id uuid not null, obligation text not null,
       started_at timestamptz(3) not null, due_at timestamptz(3) not null, step text not null,
       reminder_id uuid not null, level int not null check (level between 0 and 4),
       -- SENT by the system; PROPOSED, then RELEASED, DECLINED or LAPSED; URGED by a person; EXEMPT: passed over.
       state text not null check (state in ('SENT', 'PROPOSED', 'RELEASED', 'DECLINED', 'LAPSED', 'URGED', 'EXEMPT')),
       -- Whom it is shown to: the unit once it was told.
       shown_to text not null check (shown_to in ('UNIT', 'OFFICE')),
       organization_id uuid not null, unit_id uuid,
       channel text not null check (channel in ('HUB', 'PHONE', 'VISIT', 'LETTER')),
       planned_at timestamptz(3) not null, created_at timestamptz(3) not null,
       notice_id uuid,
       note text check (length(note) <= 2000), document_number text check (length(document_number) <= 100),
       decided_by_account_id uuid, decided_by_name text, decided_by_title text, decided_at timestamptz(3),
       answer text check (length(answer) <= 2000), answered_by_account_id uuid, answered_by_name text,
       answered_at timestamptz(3),
       check ((state in ('RELEASED', 'DECLINED', 'URGED')) = (decided_at is not null)),
       check ((answer is null) = (answered_at is null)),
       primary key (committee_id, subject_id, part_id, obligation, started_at, due_at, step)
     ) partition by range (subject_id)`,
    `create index reminder_id on ${schema}.reminder (committee_id, reminder_id)`,
    `create index reminder_proposed on ${schema}.reminder (committee_id, planned_at) where state = 'PROPOSED'`,
    ...secureTable(schema, 'reminder', {
      office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      unit: {
        grant: 'select, update (answer, answered_by_account_id, answered_by_name, answered_at)',
        rows: `${IN_UNITS} and shown_to = 'UNIT'`,
      },
      system: { grant: 'select, insert, update (unit_id, state)', rows: IN_COMMITTEE },
    }),
    `drop policy reminder_system on ${schema}.reminder`,
    sweptRows(schema, 'reminder'),
    closeToAdministrators(schema, 'reminder'),

    `create table ${schema}.deadline_move (
       committee_id uuid not null, subject_id uuid not null, part_id uuid not null, obligation text not null,
       move_id uuid not null, moved_at timestamptz(3) not null,
       from_due_at timestamptz(3), to_due_at timestamptz(3) not null,
       reason text not null check (length(reason) <= 500),
       from_calendar text, to_calendar text, moved_by_name text not null,
       organization_id uuid not null, unit_id uuid,
       primary key (committee_id, subject_id, part_id, obligation, move_id)
     ) partition by range (subject_id)`,
    ...secureTable(schema, 'deadline_move', {
      office: { grant: 'select, insert', rows: IN_COMMITTEE },
      unit: { grant: 'select', rows: IN_UNITS },
      system: { grant: 'select, insert, update (unit_id)', rows: IN_COMMITTEE },
    }),
    closeToAdministrators(schema, 'deadline_move'),
  ];
}

/** The ledger of an organisation, found when a merger hands it over. */
export function ledgerOfOrganization(schema: string): string[] {
  return ['reminder', 'deadline_move'].map(
    (table) => `create index ${table}_organization on ${schema}.${table} (committee_id, organization_id)`,
  );
}
