import { type Clock, type Id, type IdFactory, NO_COMMITTEE, type SystemActor } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';

import { FigureRepository } from '../data/figure.repository';
import { grownLedgers } from '../data/ledger.read-model';
import { TallyRepository } from '../data/tally.repository';

export interface FoldingHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Folds the ledgers of tasks: tallies and sums. */
const tallyActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'tallies' });

/** Brings ledgers that have grown down to one entry for each place. It changes no figure; the number of tasks. */
export async function foldLedgers({ database, clock, ids }: FoldingHost, requestId: string): Promise<number> {
  const grown = await database.read(tallyActor(NO_COMMITTEE), grownLedgers);
  for (const { committeeId, taskId } of grown) {
    await database.transaction({ actor: tallyActor(committeeId), now: clock.now(), requestId, ids }, async (tx) => {
      await new TallyRepository(tx).fold(taskId);
      await new FigureRepository(tx).fold(taskId);
    });
  }
  return grown.length;
}
