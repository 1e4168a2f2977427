import { recountColumns, SqlMigration, sideRole } from '@hub/persistence';

const system = sideRole('dispatch', 'system');

/** What a change of the calendar moves of receipts: limits that terms set. */
export class Recounts1763769600069 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...recountColumns('dispatch', 'system'),
      `grant select (acknowledge_due_at, feedback_due_at, feedback_basis) on dispatch.receipt to ${system}`,
      `grant update (acknowledge_due_at, feedback_due_at, calendar_version, updated_at) on dispatch.receipt to ${system}`,
    ];
  }
}
