import type { Id } from '@hub/core';
import { holdDirectory, requirePerson, type Transaction } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { DocumentRepository } from '../data/document.repository';
import { ProgressRepository } from '../data/progress.repository';
import { ReceiptRepository } from '../data/receipt.repository';
import { ReceiptDeliveryRepository } from '../data/receipt-delivery.repository';
import { assertDistribution, defaultDuty, type Recipient } from '../domain/distribution';
import type { DistributionRole, Duty } from '../domain/duty';
import { asksFeedback } from '../domain/feedback';
import { addProgress, NO_PROGRESS, progressDelta } from '../domain/progress';
import { receiptPolicy } from '../domain/receipt.policy';
import { nextReceiptState } from '../domain/receipt-state';
import { recordError } from '../domain/record.errors';
import { assertReissuable } from '../domain/reissue';
import type { DispatchContext } from './context';
import { clockOf, clockRules } from './deliver-receipts';
import { emitChanged } from './move-receipts';

export interface ReissueDocumentInput {
  readonly documentId: Id;
  readonly recipients: readonly {
    readonly organizationId: Id;
    readonly role: DistributionRole;
    /** What follows from the role unless it is said. */
    readonly duty?: Duty | null;
  }[];
}

/** 补发: the paper goes to organisations that do not hold it, each with its own clock. All of them, or none. */
export async function reissueDocument(ctx: DispatchContext, input: ReissueDocumentInput): Promise<Id> {
  const person = requirePerson(ctx);
  receiptPolicy.assertMay(person, 'reissue', { committeeId: person.committeeId });
  return ctx.command('reissueDocument', input, async (tx) => {
    const document = await new DocumentRepository(tx).lock(input.documentId);
    assertReissuable(document.state);
    const recipients = recipientsOf(document, input);
    await deliver(ctx, tx, document, recipients);
    const organizationIds = recipients.map((recipient) => recipient.organizationId);
    tx.audit({
      action: 'reissueDocument',
      objectType: 'document',
      objectId: document.documentId,
      after: { organizationIds },
    });
    return document.documentId;
  });
}

function recipientsOf({ feedbackRequirement }: DocumentEntity, { recipients }: ReissueDocumentInput): Recipient[] {
  const feedbackAsked = asksFeedback(feedbackRequirement);
  const complete = recipients.map(({ organizationId, role, duty }) => ({
    organizationId,
    role,
    duty: duty ?? defaultDuty(role, feedbackAsked),
  }));
  assertDistribution(complete, feedbackAsked);
  return complete;
}

async function deliver(
  ctx: DispatchContext,
  tx: Transaction,
  document: DocumentEntity,
  recipients: readonly Recipient[],
): Promise<void> {
  const { documentId } = document;
  await holdDirectory(tx, 'dispatch');
  const organizationIds = recipients.map((recipient) => recipient.organizationId);
  const held = await new ReceiptRepository(tx).lockMany(documentId, organizationIds);
  for (const receipt of held) nextReceiptState(receipt, 'REISSUE');
  const duties = [...new Set(recipients.map((recipient) => recipient.duty))];
  const rules = await clockRules(tx);
  const clocks = duties.map((duty) => clockOf(tx, rules, document, duty));
  const repository = new ReceiptDeliveryRepository(tx);
  await repository.extendDistribution(documentId, recipients);
  const delivered = await repository.deliver(documentId, recipients, clocks);
  if (delivered.length !== recipients.length) throw recordError('ORGANIZATION_NOT_FOUND');
  const before = new Map(held.map((receipt) => [receipt.organizationId, receipt]));
  const change = recipients
    .map(({ organizationId, duty }) => progressDelta(before.get(organizationId) ?? null, { state: 'DELIVERED', duty }))
    .reduce(addProgress, NO_PROGRESS);
  await new ProgressRepository(tx).add(ctx.ids.next(), documentId, change);
  emitChanged(
    tx,
    documentId,
    delivered.map((receipt) => ({ ...receipt, state: 'DELIVERED' })),
  );
}
