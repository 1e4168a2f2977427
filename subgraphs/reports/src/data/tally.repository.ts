import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { TALLY_COUNTERS, type Tally } from '../domain/tally';
import { TALLY_COLUMNS } from './tally.columns';

/** Where a report is counted: its zone and nature when it was asked for. */
export interface TallyPlace {
  readonly taskId: Id;
  readonly zoneId: Id | null;
  readonly nature: string;
}

export interface TallyEntry extends TallyPlace {
  readonly entryId: Id;
  readonly change: Tally;
}

const PLACES = TALLY_COLUMNS.map((_, index) => `$${index + 6}::int[]`).join(', ');

/** Tallies of tasks, as a ledger: an act appends what it changes and waits for nobody. */
export class TallyRepository {
  constructor(private readonly tx: Transaction) {}

  async add(entries: readonly TallyEntry[]): Promise<void> {
    const changing = entries.filter(({ change }) => TALLY_COUNTERS.some((counter) => change[counter] !== 0));
    if (changing.length === 0) return;
    await this.tx.execute(
      `insert into reports.report_tally
         (committee_id, task_id, entry_id, zone_id, nature, ${TALLY_COLUMNS.join(', ')})
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], ${PLACES})`,
      [
        this.tx.committeeId,
        changing.map(({ taskId }) => taskId),
        changing.map(({ entryId }) => entryId),
        changing.map(({ zoneId }) => zoneId),
        changing.map(({ nature }) => nature),
        ...TALLY_COUNTERS.map((counter) => changing.map(({ change }) => change[counter])),
      ],
    );
  }

  /**
   * Replaces the entries of a task by one for each zone and nature. Safe beside acts that go on: entries they add
   * meanwhile are not seen and stay; of two folds at once the second finds nothing left to fold.
   */
  async fold(taskId: Id): Promise<void> {
    await this.tx.execute(
      `with folded as (
         delete from reports.report_tally where committee_id = $1 and task_id = $2
         returning entry_id, zone_id, nature, ${TALLY_COLUMNS.join(', ')}
       )
       insert into reports.report_tally
         (committee_id, task_id, entry_id, zone_id, nature, ${TALLY_COLUMNS.join(', ')})
       select $1, $2, (array_agg(entry_id))[1], zone_id, nature,
              ${TALLY_COLUMNS.map((column) => `sum(${column})`).join(', ')}
       from folded group by zone_id, nature`,
      [this.tx.committeeId, taskId],
    );
  }
}
