import { SqlMigration, timeRulesTable } from '@hub/persistence';

export class TimeRules1763769600067 extends SqlMigration {
  protected statements(): string[] {
    return timeRulesTable('approvals', 'system');
  }
}
