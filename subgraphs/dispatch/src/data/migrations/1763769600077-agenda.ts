import { SqlMigration } from '@hub/persistence';

/** What is due in the whole committee, the nearest first: only open deadlines are in it. */
export class Agenda1763769600077 extends SqlMigration {
  protected statements(): string[] {
    return ['create index receipt_committee_due on dispatch.receipt (committee_id, due_at) where due_at is not null'];
  }
}
