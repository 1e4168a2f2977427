import { closeToAdministrators, closeToSystem, narrowKernelForSystem, SqlMigration } from '@hub/persistence';

/** Dues are no business of administrators, and no job has work there yet. */
export class Walls1763769600040 extends SqlMigration {
  protected statements(): string[] {
    return [
      closeToAdministrators('dues', 'dues_charge'),
      ...closeToSystem('dues', 'dues_charge'),
      ...narrowKernelForSystem('dues'),
    ];
  }
}
