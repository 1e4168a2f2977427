import type { Clock, IdFactory, SystemActor } from '@hub/core';
import { type EventSubscription, onEvent } from '@hub/jobs';
import type { SubgraphDatabase } from '@hub/persistence';

import { FACT_FEEDS } from '../usecases/facts/fact-feeds';
import { keepFacts } from '../usecases/facts/keep-facts';

interface FactHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Facts, as the other subgraphs tell them. */
export function hearFacts({ database, clock, ids }: FactHost): EventSubscription[] {
  return FACT_FEEDS.map(({ event, itemsOf }) =>
    onEvent(event, async ({ committeeId, jobId, payload }) => {
      const actor: SystemActor = { side: 'system', committeeId, name: 'facts' };
      await database.transaction({ actor, requestId: jobId, now: clock.now(), ids }, (tx) =>
        keepFacts(tx, itemsOf(payload)),
      );
    }),
  );
}
