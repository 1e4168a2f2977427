import { documentIssued, receiptChanged, reportChanged } from '@hub/contracts';
import type { Clock, Id, IdFactory, SystemActor } from '@hub/core';
import { type EventSubscription, onEvent } from '@hub/jobs';
import type { SubgraphDatabase, Transaction } from '@hub/persistence';

import { KnownDocumentRepository } from '../data/known-document.repository';
import { paperAnswerOf } from '../domain/paper-answer';
import { isDone } from '../domain/report-state';
import { closeWhenDone } from '../usecases/close-when-done';
import { settleByFeedback } from '../usecases/settle-by-feedback';

interface PaperHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

interface Delivery {
  readonly committeeId: Id;
  readonly jobId: string;
}

/** Papers that tasks may be born from, what units answered to them, and the end of such tasks. */
export function hearPapers({ database, clock, ids }: PaperHost): EventSubscription[] {
  const act = ({ committeeId, jobId }: Delivery, work: (tx: Transaction) => Promise<void>): Promise<void> => {
    const actor: SystemActor = { side: 'system', committeeId, name: 'papers' };
    return database.transaction({ actor, requestId: jobId, now: clock.now(), ids }, work);
  };
  return [
    onEvent(documentIssued, (delivery) =>
      act(delivery, (tx) =>
        new KnownDocumentRepository(tx).keep(delivery.payload, new Date(delivery.payload.issuedAt)),
      ),
    ),
    onEvent(receiptChanged, async (delivery) => {
      const answer = paperAnswerOf(delivery.payload.state);
      if (answer !== null) await act(delivery, (tx) => settleByFeedback(tx, ids, delivery.payload, answer));
    }),
    // Our own: what is done is asked about after its commit, so that of two reports that are done at once one finds the other.
    onEvent(reportChanged, async (delivery) => {
      const { taskId, state } = delivery.payload;
      if (taskId !== null && isDone(state)) await act(delivery, (tx) => closeWhenDone(tx, taskId));
    }),
  ];
}
