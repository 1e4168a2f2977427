import { documentIssued } from '@hub/contracts';
import type { Clock, IdFactory, SystemActor } from '@hub/core';
import { type EventSubscription, onEvent } from '@hub/jobs';
import type { SubgraphDatabase } from '@hub/persistence';

import { KnownDocumentRepository } from '../data/known-document.repository';

interface PaperHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Papers that tasks may be born from, as dispatch issues them. */
export function hearPapers({ database, clock, ids }: PaperHost): EventSubscription {
  return onEvent(documentIssued, async ({ committeeId, jobId, payload }) => {
    const actor: SystemActor = { side: 'system', committeeId, name: 'papers' };
    await database.transaction({ actor, requestId: jobId, now: clock.now(), ids }, (tx) =>
      new KnownDocumentRepository(tx).keep(payload, new Date(payload.issuedAt)),
    );
  });
}
