import { signaturesChanged } from '@hub/contracts';
import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReceiptEntity } from '../data/receipt.entity';
import { formatReceiptId } from '../domain/receipt-key';
import { isSigned, type ReceiptState } from '../domain/receipt-state';
import { signatureOf } from '../domain/signature';

/** A receipt under lock, and what an act makes of it. */
export interface MovedReceipt {
  readonly receipt: ReceiptEntity;
  readonly state: ReceiptState;
}

/** A paper may be taken back from a hundred thousand at once: no single event carries them all. */
const SIGNATURES_AN_EVENT = 500;

/** Tells the other rooms of signatures on a document that an act gave, or took back with the paper, in its transaction. */
export function announceSignatures(
  tx: Transaction,
  documentId: Id,
  moved: readonly MovedReceipt[],
  acknowledgedAt: Date | null,
): void {
  const { committeeId } = tx;
  const signatures = moved
    .filter(({ receipt: { state, duty }, state: next }) => isSigned(state, duty) !== isSigned(next, duty))
    .map(({ receipt, state }) => {
      const { organizationId, unitId, duty, acknowledgeDueAt, version } = receipt;
      const receiptId = formatReceiptId({ documentId, organizationId });
      const signature = signatureOf(isSigned(state, duty) ? acknowledgedAt : null, acknowledgeDueAt);
      return { receiptId, organizationId, unitId, ...signature, version: version + 1 };
    });
  for (let start = 0; start < signatures.length; start += SIGNATURES_AN_EVENT) {
    const some = signatures.slice(start, start + SIGNATURES_AN_EVENT);
    tx.emit(signaturesChanged, documentId, { committeeId, documentId, signatures: some });
  }
}
