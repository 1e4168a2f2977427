import { type Id, localMinute, rowsBy, type SystemActor } from '@hub/core';
import { keepRecount, lockRecount, type OutstandingRecount, type Transaction, workingTimeOf } from '@hub/persistence';

import type { DeadlineBook, MovedDeadline, TermBook } from '../book';
import { recordMoves } from '../ledger/move-rows';
import { BATCH_SIZE, type LedgerHost } from '../ledger/remind-due';
import { tellMove } from '../ledger/tell-move';
import { movedBy } from './moved-by';

/** Recounts what terms set when the calendar has changed. */
export const calendarActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'calendar' });

export interface Recounted {
  readonly finished: boolean;
  readonly moved: number;
}

/**
 * One batch of a recount in one transaction: the new ends, the history, the acts, the notices and the place to go on are
 * there together or not at all. Whoever comes at the same time waits for the place and goes on from it; whoever dies in it
 * has done nothing.
 */
export function recountTerms(
  { database, clock, ids, book }: LedgerHost,
  committeeId: Id,
  requestId: string,
  limit = BATCH_SIZE,
): Promise<Recounted> {
  const act = { actor: calendarActor(committeeId), requestId, now: clock.now(), ids };
  return database.transaction(act, async (tx) => {
    const time = await workingTimeOf(tx, book.schema);
    const recount = await lockRecount(tx, book.schema);
    if (recount === null) return { finished: true, moved: 0 };
    const { terms } = book;
    if (terms === undefined) return finish(tx, book, recount);
    const { deadlines, next } = await terms.lockCounted(tx, recount.after, time.version, limit);
    const moved = deadlines.flatMap((deadline) => movedBy(deadline, time, tx.now) ?? []);
    if (moved.length > 0) {
      await terms.move(tx, moved, time.version);
      const reason = `工作日历更新（第 ${recount.revision} 版），按现行安排重新计算`;
      await recordMoves(
        tx,
        ids,
        book.schema,
        moved.map((each) => ({
          ...keyOf(each),
          fromDueAt: each.dueAt,
          toDueAt: each.movedTo,
          reason,
          fromCalendar: each.calendarVersion,
          toCalendar: time.version,
          movedByName: '工作日历',
        })),
      );
      auditMoves(tx, terms, moved, time.version);
      await tellMoves(tx, { ids, book }, moved);
    }
    await keepRecount(tx, book.schema, recount, next);
    return { finished: next === null, moved: moved.length };
  });
}

/** Nothing here is set by terms. */
async function finish(tx: Transaction, { schema }: DeadlineBook, recount: OutstandingRecount): Promise<Recounted> {
  await keepRecount(tx, schema, recount, null);
  return { finished: true, moved: 0 };
}

const keyOf = ({ subjectId, partId, obligation, organizationId, unitId }: MovedDeadline) => ({
  subjectId,
  partId,
  obligation,
  organizationId,
  unitId,
});

/** One act for all the parts of a thing that moved alike. */
function auditMoves(
  tx: Transaction,
  { objectType }: TermBook,
  moved: readonly MovedDeadline[],
  calendar: string,
): void {
  const alike = rowsBy(moved, ({ subjectId, obligation, dueAt, movedTo, calendarVersion }) =>
    [subjectId, obligation, dueAt.getTime(), movedTo.getTime(), calendarVersion].join(' '),
  );
  for (const [first, ...others] of alike.values()) {
    if (first === undefined) continue;
    const { subjectId, obligation, dueAt, calendarVersion, movedTo } = first;
    tx.audit({
      action: 'recountDeadlines',
      objectType,
      objectId: subjectId,
      before: { obligation, dueAt, calendarVersion },
      after: { dueAt: movedTo, calendarVersion: calendar, parts: [first, ...others].map(({ partId }) => partId) },
    });
  }
}

async function tellMoves(
  tx: Transaction,
  { ids, book }: Pick<LedgerHost, 'ids' | 'book'>,
  moved: readonly MovedDeadline[],
): Promise<void> {
  const matters = await book.describe(tx, moved);
  for (const [index, deadline] of moved.entries()) {
    const matter = matters[index] ?? null;
    if (matter === null) continue;
    const note = `原期限为${localMinute(deadline.dueAt)}，因工作日历更新重新计算。`;
    tellMove({ tx, ids, book }, { ...deadline, dueAt: deadline.movedTo }, matter, note);
  }
}
