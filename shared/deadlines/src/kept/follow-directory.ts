import type { IdFactory } from '@hub/core';
import type { DirectoryFollower, UnitTransfer } from '@hub/jobs';
import type { Transaction } from '@hub/persistence';

import type { DeadlineBook } from '../book';
import { KeptDeadlines } from './kept-deadlines';

/** Kept deadlines go with their organisation, and end with it. */
export function followDirectory(book: DeadlineBook, ids: IdFactory): DirectoryFollower {
  return {
    async onTransfer(tx, transfer) {
      await transferRows(tx, `${book.schema}.kept_deadline`, transfer);
      await transferLedger(tx, book.schema, transfer);
    },
    onDissolved: (tx, { organizationId }) => new KeptDeadlines(tx, ids, book).closeOf(organizationId, '党组织已撤销'),
  };
}

/** Reminders and moves of an organisation, old ones too: who answers for a matter sees its whole history. */
export async function transferLedger(tx: Transaction, schema: string, transfer: UnitTransfer): Promise<void> {
  await transferRows(tx, `${schema}.reminder`, transfer);
  await transferRows(tx, `${schema}.deadline_move`, transfer);
}

async function transferRows(tx: Transaction, table: string, { organizationId, toUnitId }: UnitTransfer): Promise<void> {
  await tx.execute(
    `update ${table} set unit_id = $3 where committee_id = $1 and organization_id = $2 and unit_id <> $3`,
    [tx.committeeId, organizationId, toUnitId],
  );
}
