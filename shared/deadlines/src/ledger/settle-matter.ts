import { type EventPayload, noticesSettled } from '@hub/contracts';
import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

/**
 * What was owed is owed no more: its notices are done. What was told went out by the clock of a worker, which may be ahead of
 * ours: it comes before the act under the same lock, whatever the two clocks say.
 */
export function settleMatter(
  tx: Transaction,
  subjectId: Id,
  about: EventPayload<typeof noticesSettled>['about'],
  toldAt: Date | null = null,
): void {
  const settledAt = toldAt !== null && toldAt > tx.now ? toldAt : tx.now;
  tx.emit(noticesSettled, subjectId, { committeeId: tx.committeeId, about, settledAt: settledAt.toISOString() });
}
