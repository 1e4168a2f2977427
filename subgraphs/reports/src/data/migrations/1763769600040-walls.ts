import { closeToAdministrators, closeToSystem, narrowKernelForSystem, SqlMigration } from '@hub/persistence';

/** Tasks and reports are no business of administrators, and no job has work there yet. */
export class Walls1763769600040 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...['report_task', 'report'].flatMap((table) => [
        closeToAdministrators('reports', table),
        ...closeToSystem('reports', table),
      ]),
      ...narrowKernelForSystem('reports'),
    ];
  }
}
