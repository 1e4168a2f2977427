import { directoryTables, kernelTables, SqlMigration } from '@hub/persistence';

export class Kernel1763769600000 extends SqlMigration {
  protected statements(): string[] {
    return [...kernelTables('dispatch'), ...directoryTables('dispatch')];
  }
}
