import { SqlMigration, trailTables } from '@hub/persistence';

export class Trail1763769600050 extends SqlMigration {
  protected statements(): string[] {
    return trailTables('organization');
  }
}
