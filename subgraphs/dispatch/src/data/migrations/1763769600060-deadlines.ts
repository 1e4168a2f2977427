import { ledgerTables, REMINDER_STATE, REMINDER_STATE_COLUMNS, remindAt, sweptRows } from '@hub/deadlines';
import { IN_COMMITTEE, SIDES, SqlMigration, sideRole } from '@hub/persistence';

/** What a receipt owes next, as `due_at` says until when. */
const OBLIGATION = `case
  when duty <> 'READ' and state in ('DELIVERED', 'OPENED', 'RETURN_ANSWERED') then 'ACKNOWLEDGE'
  when duty = 'FEEDBACK' and state in ('ACKNOWLEDGED', 'ASSIGNED', 'FEEDBACK_RETURNED') then 'FEEDBACK'
end`;

const DUE_AT = `case
  when duty <> 'READ' and state in ('DELIVERED', 'OPENED', 'RETURN_ANSWERED') then acknowledge_due_at
  when duty = 'FEEDBACK' and state in ('ACKNOWLEDGED', 'ASSIGNED', 'FEEDBACK_RETURNED') then feedback_due_at
end`;

const system = sideRole('dispatch', 'system');

/**
 * The clock of a receipt is on the receipt: a release writes no second row an addressee, and what ends the obligation ends
 * its reminders. `deadline` shows the open ones as every subgraph does.
 */
export class Deadlines1763769600060 extends SqlMigration {
  protected statements(): string[] {
    return [
      `alter table dispatch.receipt
         add column clock_started_at timestamptz(3),
         add column feedback_basis text not null default 'TERM' check (feedback_basis in ('STATED', 'TERM', 'GRANTED')),
         ${REMINDER_STATE_COLUMNS.filter((column) => !column.startsWith('next_reminder_at'))
           .map((column) => `add column ${column}`)
           .join(', ')}`,
      `alter table dispatch.receipt add column ${remindAt(OBLIGATION, DUE_AT)}`,
      'drop index dispatch.receipt_reminder',
      `create index receipt_remind on dispatch.receipt (committee_id, remind_at) where remind_at is not null`,
      `create view dispatch.deadline with (security_invoker = true) as
         select committee_id, document_id as subject_id, organization_id as part_id, ${OBLIGATION} as obligation,
                organization_id, unit_id, coalesce(clock_started_at, delivered_at) as started_at, due_at,
                coalesce(clock_started_at, delivered_at) as known_since, calendar_version,
                remind_at, next_step, next_reminder_at, planned_as, planned_for, reminded_at, reminder_level
         from dispatch.receipt where due_at is not null`,
      ...SIDES.map((side) => `grant select on dispatch.deadline to ${sideRole('dispatch', side)}`),
      `grant update (${REMINDER_STATE}) on dispatch.deadline to ${system}`,
      `grant update (reminded_at, reminder_level) on dispatch.deadline to ${sideRole('dispatch', 'office')}`,
      `grant select (committee_id, document_id, organization_id, organization_name, unit_id, duty, state, delivered_at,
         clock_started_at, due_at, calendar_version, remind_at, ${REMINDER_STATE}) on dispatch.receipt to ${system}`,
      `grant update (${REMINDER_STATE}) on dispatch.receipt to ${system}`,
      sweptRows('dispatch', 'receipt'),
      `grant select (committee_id, document_id, title, urgency) on dispatch.document to ${system}`,
      `create policy document_system on dispatch.document for select to ${system} using (${IN_COMMITTEE})`,
      ...ledgerTables('dispatch'),
    ];
  }
}
