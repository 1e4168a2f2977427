import { outboxConfirmation, SqlMigration } from '@hub/persistence';

export class OutboxConfirmation1763769600064 extends SqlMigration {
  protected statements(): string[] {
    return outboxConfirmation('dues');
  }
}
