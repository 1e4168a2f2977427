import { type LocalDate, normalizeNote } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ExtensionRequestRepository } from '../data/extension-request.repository';
import { assertExtensionRequest } from '../domain/extension';
import { receiptError } from '../domain/receipt.errors';
import type { DispatchContext } from './context';
import { lockForDecision, type ReceiptDecision } from './lock-receipt';
import { tellReceipts } from './tell-receipts';

export interface RequestExtensionInput extends ReceiptDecision {
  readonly until: LocalDate;
  readonly reason: string;
}

/** 申请延期: the unit asks for more time; the limit stands until the office has decided. */
export async function requestExtension(ctx: DispatchContext, input: RequestExtensionInput): Promise<string> {
  const person = requirePerson(ctx);
  const reason = normalizeNote('延期理由', input.reason) ?? '';
  return ctx.command('requestExtension', input, async (tx) => {
    const receipt = await lockForDecision(tx, person, 'requestExtension', input);
    const requests = new ExtensionRequestRepository(tx);
    const latest = await requests.latest(receipt);
    const requestedUntil = latest?.state === 'PENDING' ? latest.requestedDueOn : null;
    const { committeeId, documentId, feedbackDueAt, organizationId, state, unitId } = receipt;
    if (feedbackDueAt === null) throw receiptError('EXTENSION_NOT_POSSIBLE');
    assertExtensionRequest({ state, feedbackBy: feedbackDueAt, requestedUntil }, { until: input.until, reason });
    await requests.insert({
      committeeId,
      documentId,
      organizationId,
      ordinal: (latest?.ordinal ?? 0) + 1,
      unitId,
      reason,
      currentDueAt: feedbackDueAt,
      requestedDueOn: input.until,
      requestedByAccountId: person.accountId,
      requestedByName: person.displayName,
      requestedAt: tx.now,
      state: 'PENDING',
      grantedDueAt: null,
      decisionNote: null,
      decidedByAccountId: null,
      decidedByName: null,
      decidedAt: null,
    });
    tellReceipts(tx, documentId, [unitId]);
    tx.audit({
      action: 'requestExtension',
      objectType: 'receipt',
      objectId: documentId,
      partId: organizationId,
      after: { organizationId, until: input.until },
    });
    return input.receiptId;
  });
}
