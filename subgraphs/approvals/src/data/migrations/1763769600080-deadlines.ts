import { keptDeadlinesFollow, keptDeadlineTables, ledgerOfOrganization, ledgerTables } from '@hub/deadlines';
import { SqlMigration } from '@hub/persistence';

/** Clocks that nothing of its own rows carries, and the ledger of their reminders. */
export class Deadlines1763769600080 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...ledgerTables('approvals'),
      ...ledgerOfOrganization('approvals'),
      ...keptDeadlineTables('approvals', { units: true }),
      keptDeadlinesFollow('approvals'),
    ];
  }
}
