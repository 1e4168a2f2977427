import { noticeRequested } from '@hub/contracts';
import type { Id, IdFactory } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DeadlineBook, DeadlineKey, Matter } from '../book';
import { addresseesOf, composeNotice } from './compose-notice';

interface Telling {
  readonly tx: Transaction;
  readonly ids: IdFactory;
  readonly book: DeadlineBook;
}

/** A clock with its new end. */
interface MovedClock extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly dueAt: Date;
}

/** 期限调整: tells whose clock it is that its end moved, and why. */
export function tellMove({ tx, ids, book }: Telling, deadline: MovedClock, matter: Matter, note: string): void {
  const notice = composeNotice(book, {
    committeeId: tx.committeeId,
    noticeId: ids.next(),
    kind: 'DEADLINE_MOVED',
    addressees: addresseesOf({ addressees: ['UNIT_DESK'] }, deadline, matter),
    deadline,
    matter,
    level: 0,
    now: tx.now,
    note,
  });
  tx.emit(noticeRequested, deadline.subjectId, notice);
}
