import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { TALLY_COUNTERS, type Tally } from '../domain/tally';
import { foldOf } from './fold-of';
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

  async fold(taskId: Id): Promise<void> {
    await this.tx.execute(foldOf('reports.report_tally', 'zone_id, nature', TALLY_COLUMNS), [
      this.tx.committeeId,
      taskId,
    ]);
  }
}
