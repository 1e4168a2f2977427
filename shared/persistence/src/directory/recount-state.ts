import type { Id } from '@hub/core';

import type { ReadTransaction, Transaction } from '../transaction';

// Which revision of the calendar the deadlines of a schema were last recounted by stands beside the calendar itself: a change
// makes its recount outstanding in the transaction that keeps it, and nothing has to carry the wish for it.

export interface OutstandingRecount {
  /** Of the calendar that is in force. */
  readonly revision: number;
  /** How far it has come; null at its beginning. */
  readonly after: string | null;
}

const OUTSTANDING = `topic = 'CALENDAR' and recounted_revision < revision`;

/** Committees whose deadlines wait to be recounted. */
export async function outstandingRecounts(tx: ReadTransaction, schema: string): Promise<Id[]> {
  const rows = await tx.query<{ readonly committeeId: Id }>(
    `select committee_id as "committeeId" from ${schema}.time_rules where ${OUTSTANDING}`,
  );
  return rows.map(({ committeeId }) => committeeId);
}

/** The recount of the committee under lock, so that it has one worker at a time; null when it is done. */
export async function lockRecount(tx: Transaction, schema: string): Promise<OutstandingRecount | null> {
  const [row] = await tx.query<OutstandingRecount>(
    `select revision, recount_after as after from ${schema}.time_rules
     where committee_id = $1 and ${OUTSTANDING} for update`,
    [tx.committeeId],
  );
  return row ?? null;
}

/** Keeps how far it has come, or that it is done. */
export async function keepRecount(
  tx: Transaction,
  schema: string,
  { revision }: OutstandingRecount,
  after: string | null,
): Promise<void> {
  await tx.execute(
    `update ${schema}.time_rules
     set recount_after = $2, recounted_revision = case when $2::text is null then $3 else recounted_revision end
     where committee_id = $1 and topic = 'CALENDAR'`,
    [tx.committeeId, after, revision],
  );
}
