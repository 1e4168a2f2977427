import { actorName } from '@hub/core';
import { recordMoves } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import type { ReceiptEntity } from '../data/receipt.entity';
import type { ReceiptObligation } from '../domain/obligation';
import type { DispatchContext } from './context';

export interface MovedLimit {
  readonly obligation: ReceiptObligation;
  readonly to: Date;
  readonly calendar: string;
  readonly reason: string;
}

/** Writes down that a limit of a receipt moved, in the transaction that moves it. */
export async function recordMove(
  { ids }: DispatchContext,
  tx: Transaction,
  receipt: ReceiptEntity,
  { obligation, to, calendar, reason }: MovedLimit,
): Promise<void> {
  const { documentId, organizationId, unitId, acknowledgeDueAt, feedbackDueAt, calendarVersion } = receipt;
  const from = obligation === 'ACKNOWLEDGE' ? acknowledgeDueAt : feedbackDueAt;
  if (from?.getTime() === to.getTime()) return;
  await recordMoves(tx, ids, 'dispatch', [
    {
      subjectId: documentId,
      partId: organizationId,
      obligation,
      organizationId,
      unitId,
      fromDueAt: from,
      toDueAt: to,
      reason,
      fromCalendar: calendarVersion,
      toCalendar: calendar,
      movedByName: actorName(tx.actor),
    },
  ]);
}
