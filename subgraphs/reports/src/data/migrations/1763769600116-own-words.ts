import { SqlMigration, sideRole } from '@hub/persistence';

/** The work committee's own branch is found by its words as well; they are written by its office. */
export class OwnWords1763769600116 extends SqlMigration {
  protected statements(): string[] {
    return [`grant insert, update on reports.report_text to ${sideRole('reports', 'office')}`];
  }
}
