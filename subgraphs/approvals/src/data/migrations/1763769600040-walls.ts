import { closeToAdministrators, closeToSystem, narrowKernelForSystem, SqlMigration } from '@hub/persistence';

/** Requests are no business of administrators, and no job has work there yet. */
export class Walls1763769600040 extends SqlMigration {
  protected statements(): string[] {
    return [
      closeToAdministrators('approvals', 'request'),
      ...closeToSystem('approvals', 'request'),
      ...narrowKernelForSystem('approvals'),
    ];
  }
}
