import type { Id } from '@hub/core';

import { type LedgerHost, remindersActor } from './remind-due';
import { ReminderRows } from './reminder-rows';
import { settleProposals } from './settle-proposals';

/** Takes proposals off the office's table that nobody has to decide any more. */
export async function lapseProposals(host: LedgerHost, committeeId: Id, requestId: string): Promise<void> {
  const { database, clock, ids, book } = host;
  const act = { actor: remindersActor(committeeId), requestId, now: clock.now(), ids };
  await database.transaction(act, async (tx) => {
    settleProposals(tx, book, await new ReminderRows(tx, book.schema).lapse());
  });
}
