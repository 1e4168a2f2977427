import { keptTermColumn } from '@hub/deadlines';
import { recountColumns, SqlMigration } from '@hub/persistence';

/** What a change of the calendar moves: deadlines that terms set. */
export class Recounts1763769600085 extends SqlMigration {
  protected statements(): string[] {
    return [...recountColumns('organization', 'office'), ...keptTermColumn('organization', { jobs: true })];
  }
}
