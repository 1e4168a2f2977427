import { documentIssued } from '@hub/contracts';
import { type Id, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { compareDistribution } from '../data/distribution.read-model';
import { DistributionRepository } from '../data/distribution.repository';
import type { DocumentEntity } from '../data/document.entity';
import { unitsHolding } from '../data/inbox.read-model';
import { withDuties } from '../domain/audience';
import { confirmedRecipients, type RecipientConfirmation } from '../domain/distribution';
import { documentError } from '../domain/document.errors';
import { nextState } from '../domain/document-state';
import { asksFeedback } from '../domain/feedback';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { deliverReceipts } from './deliver-receipts';
import { assertRulesKept } from './document-rules';
import { type DocumentDecision, type DocumentResult, lockDocument, moveDocument } from './document-step';
import { releaseHeldNumber } from './held-number';
import { recipientVersion } from './preview-distribution';
import { canBeNamed, tellReceipts } from './tell-receipts';

export interface IssueDocumentInput extends DocumentDecision {
  /** Of the preview that the issuer confirmed. */
  readonly recipientVersion: string;
  /** About each organisation that joined or left since the approval. */
  readonly confirmation?: RecipientConfirmation | null;
}

/** 发出: one receipt for every organisation, in the transaction in which the number is used for good. */
export async function issueDocument(ctx: DispatchContext, input: IssueDocumentInput): Promise<DocumentResult> {
  const person = requirePerson(ctx);
  return ctx.command('issueDocument', input, async (tx) => {
    const locked = await lockDocument(tx, person, 'issue', input);
    const { document, series } = locked;
    nextState(series.steps, document.state, 'ISSUE');
    await assertRulesKept(tx, document);
    const confirmed = await settleRecipients(tx, document, input);
    const recipients = await deliverReceipts(ctx, tx, document);
    if (recipients === 0) throw documentError('NO_RECIPIENTS');
    await releaseHeldNumber(tx, person, document);
    const moved = await moveDocument(tx, person, locked, {
      action: 'issueDocument',
      act: 'ISSUE',
      change: { issuedAt: tx.now, printedOn: localDate(tx.now), distributionDigest: confirmed.digest },
      detail: {
        recipients,
        recipientsDigest: confirmed.digest,
        included: confirmed.included,
        leftOut: confirmed.leftOut,
      },
    });
    announce(tx, document, recipients);
    await tellRecipients(tx, document.documentId, recipients);
    return moved;
  });
}

interface SettledRecipients {
  readonly digest: string;
  readonly included: readonly Id[];
  readonly leftOut: readonly Id[];
}

/** Throws RECIPIENTS_CHANGED unless the issuer saw what is true now and decided about every change. */
async function settleRecipients(
  tx: Transaction,
  { audience, distributionDigest, documentId, feedbackRequirement }: DocumentEntity,
  input: IssueDocumentInput,
): Promise<SettledRecipients> {
  const distribution = new DistributionRepository(tx, documentId);
  await distribution.expectMany();
  const meant = withDuties(audience, asksFeedback(feedbackRequirement));
  const { difference } = await compareDistribution(tx, documentId, meant);
  const { joined, left } = difference;
  if (recipientVersion(distributionDigest, difference) !== input.recipientVersion) {
    throw documentError('RECIPIENTS_CHANGED', { joined: joined.length, left: left.length });
  }
  const { include, leaveOut } = input.confirmation ?? { include: [], leaveOut: [] };
  const kept = confirmedRecipients(difference, { include, leaveOut });
  if (kept.some(({ active }) => !active)) throw recordError('ORGANIZATION_NOT_FOUND');
  if (joined.length + left.length === 0) {
    return { digest: distributionDigest ?? (await distribution.digest()), included: [], leftOut: [] };
  }
  const dropped = left.map(({ organizationId }) => organizationId).filter((id) => leaveOut.includes(id));
  await distribution.adjust(
    joined.filter(({ organizationId }) => include.includes(organizationId)),
    dropped,
  );
  return { digest: await distribution.digest(), included: include, leftOut: leaveOut };
}

/** Naming them costs a read of all that was just written: not when there are very many. */
async function tellRecipients(tx: Transaction, documentId: Id, recipients: number): Promise<void> {
  tellReceipts(tx, documentId, canBeNamed(recipients) ? await unitsHolding(tx, documentId) : null);
}

function announce(tx: Transaction, document: DocumentEntity, recipientCount: number): void {
  const { committeeId, documentId, documentNumber, title } = document;
  tx.emit(documentIssued, documentId, {
    committeeId,
    documentId,
    documentNumber: documentNumber ?? '',
    title,
    issuedAt: tx.now.toISOString(),
    recipientCount,
  });
}
