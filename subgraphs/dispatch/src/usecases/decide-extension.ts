import { type LocalDate, normalizeNote, onOrAfterWorkday } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { ExtensionRequestEntity } from '../data/extension-request.entity';
import { ExtensionRequestRepository } from '../data/extension-request.repository';
import type { ReceiptEntity } from '../data/receipt.entity';
import { ReceiptRepository } from '../data/receipt.repository';
import { workingTime } from '../data/working-time';
import { grantExtension } from '../domain/extension';
import { obligationOf } from '../domain/obligation';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { emitChanged } from './move-receipts';
import { recordMove } from './record-move';

export interface DecideExtensionInput extends ReceiptDecision {
  readonly granted: boolean;
  /** Another date than the one asked for. */
  readonly until?: LocalDate | null;
  readonly note?: string | null;
}

/** 批复延期: moves the limit to the end of a working day, or leaves it where it stands. */
export async function decideExtension(ctx: DispatchContext, input: DecideExtensionInput): Promise<string> {
  const person = requirePerson(ctx);
  const decisionNote = normalizeNote('批复意见', input.note);
  return ctx.command('decideExtension', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'decideExtension', input);
    const requests = new ExtensionRequestRepository(tx);
    const pending = await requests.latest(receipt);
    if (pending?.state !== 'PENDING') throw receiptError('NO_EXTENSION_PENDING');
    const grantedDueAt = input.granted ? await moveLimit(ctx, tx, receipt, pending, input.until ?? null) : null;
    await requests.decide(pending, {
      state: input.granted ? 'GRANTED' : 'REFUSED',
      grantedDueAt,
      decisionNote,
      decidedByAccountId: person.accountId,
      decidedByName: person.displayName,
      decidedAt: tx.now,
    });
    const { documentId, feedbackDueAt, organizationId } = receipt;
    tx.audit({
      action: 'decideExtension',
      objectType: 'receipt',
      objectId: documentId,
      partId: organizationId,
      before: { organizationId, feedbackDueAt },
      after: { granted: input.granted, feedbackDueAt: grantedDueAt ?? feedbackDueAt },
    });
    return input.receiptId;
  });
}

async function moveLimit(
  ctx: DispatchContext,
  tx: Transaction,
  receipt: ReceiptEntity,
  { requestedDueOn }: ExtensionRequestEntity,
  until: LocalDate | null,
): Promise<Date> {
  const { calendar, version } = await workingTime(tx);
  const workday = onOrAfterWorkday(calendar, until ?? requestedDueOn);
  const limit = { state: receipt.state, feedbackBy: receipt.feedbackDueAt, requestedUntil: requestedDueOn };
  const feedbackDueAt = grantExtension(limit, workday, tx.now);
  await recordMove(ctx, tx, receipt, {
    obligation: 'FEEDBACK',
    to: feedbackDueAt,
    calendar: version,
    reason: '批准延期',
  });
  // Before the signature another clock runs, of which nothing was granted.
  const clockStartedAt = obligationOf(receipt) === 'FEEDBACK' ? tx.now : receipt.clockStartedAt;
  const change = { feedbackDueAt, feedbackBasis: 'GRANTED' as const, clockStartedAt, calendarVersion: version };
  await new ReceiptRepository(tx).decide(receipt.documentId, [receipt.organizationId], change);
  emitChanged(tx, receipt.documentId, [{ ...receipt, version: receipt.version + 1 }]);
  return feedbackDueAt;
}
