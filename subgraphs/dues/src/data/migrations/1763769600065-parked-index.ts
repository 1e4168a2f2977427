import { parkedIndex, SqlMigration } from '@hub/persistence';

export class ParkedIndex1763769600065 extends SqlMigration {
  protected statements(): string[] {
    return parkedIndex('dues');
  }
}
