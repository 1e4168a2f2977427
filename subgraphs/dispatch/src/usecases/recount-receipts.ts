import { rowsBy } from '@hub/core';
import type { CountedDeadline, MovedDeadline, TermBook } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import {
  CountedReceiptRepository,
  type CountedReceiptRow,
  type RecountedReceipt,
} from '../data/counted-receipt.repository';
import { countedLimits } from '../domain/counted-limits';
import { formatReceiptId, parseReceiptId } from '../domain/receipt-key';
import { tellReceipts } from './tell-receipts';

/** 期限复算: the limits of receipts by a calendar that changed. */
export const receiptTerms: TermBook = {
  objectType: 'receipt',
  async lockCounted(tx, after, calendarVersion, limit) {
    const place = after === null ? null : parseReceiptId(after);
    const rows = await new CountedReceiptRepository(tx).lockAfter(place, calendarVersion, limit);
    const last = rows.at(-1);
    return {
      deadlines: rows.flatMap(deadlinesOf),
      next: last === undefined || rows.length < limit ? null : formatReceiptId(last),
    };
  },
  async move(tx, moved, calendarVersion) {
    const byReceipt = rowsBy(moved, ({ subjectId, partId }) => `${subjectId}.${partId}`);
    await new CountedReceiptRepository(tx).move([...byReceipt.values()].map(recounted), calendarVersion);
    tellMoved(tx, moved);
  },
};

function deadlinesOf(receipt: CountedReceiptRow): CountedDeadline[] {
  const { documentId, organizationId, unitId, calendarVersion } = receipt;
  const key = { subjectId: documentId, partId: organizationId, organizationId, unitId, calendarVersion };
  return countedLimits(receipt).map(({ obligation, dueAt, endBy }) => ({ ...key, obligation, dueAt, endBy }));
}

function recounted(moved: readonly MovedDeadline[]): RecountedReceipt {
  const movedTo = (obligation: string) => moved.find((each) => each.obligation === obligation)?.movedTo ?? null;
  const [{ subjectId, partId }] = moved as [MovedDeadline];
  return {
    documentId: subjectId,
    organizationId: partId,
    acknowledgeDueAt: movedTo('ACKNOWLEDGE'),
    feedbackDueAt: movedTo('FEEDBACK'),
  };
}

/** Whoever looks at one of them sees the new limit at once. */
function tellMoved(tx: Transaction, moved: readonly MovedDeadline[]): void {
  for (const [documentId, ofDocument] of rowsBy(moved, ({ subjectId }) => subjectId)) {
    tellReceipts(
      tx,
      documentId,
      ofDocument.flatMap(({ unitId }) => unitId ?? []),
    );
  }
}
