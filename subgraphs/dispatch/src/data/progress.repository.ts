import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { PROGRESS_COUNTERS, type Progress } from '../domain/progress';
import { PROGRESS_COLUMNS } from './progress.columns';

const VALUES = PROGRESS_COLUMNS.map((_, index) => `$${index + 4}`).join(', ');

/** The counters of documents, as a ledger: an act appends what it changes and waits for nobody. */
export class ProgressRepository {
  constructor(private readonly tx: Transaction) {}

  async add(entryId: Id, documentId: Id, change: Progress): Promise<void> {
    const changes = PROGRESS_COUNTERS.map((counter) => change[counter]);
    if (changes.every((each) => each === 0)) return;
    await this.tx.execute(
      `insert into dispatch.document_progress (committee_id, document_id, entry_id, ${PROGRESS_COLUMNS.join(', ')})
       values ($1, $2, $3, ${VALUES})`,
      [this.tx.committeeId, documentId, entryId, ...changes],
    );
  }

  /**
   * Replaces the entries of a document by their sum. Safe beside acts that go on: entries they add meanwhile are not
   * seen and stay; of two folds at once the second finds nothing left to fold.
   */
  async fold(entryId: Id, documentId: Id): Promise<void> {
    await this.tx.execute(
      `with folded as (
         delete from dispatch.document_progress where committee_id = $1 and document_id = $2
         returning ${PROGRESS_COLUMNS.join(', ')}
       )
       insert into dispatch.document_progress (committee_id, document_id, entry_id, ${PROGRESS_COLUMNS.join(', ')})
       select $1, $2, $3, ${PROGRESS_COLUMNS.map((column) => `sum(${column})`).join(', ')}
       from folded having count(*) > 0`,
      [this.tx.committeeId, documentId, entryId],
    );
  }
}
