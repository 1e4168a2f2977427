import { settleMatter } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import type { ReceiptEntity } from '../data/receipt.entity';
import type { ReceiptObligation } from '../domain/obligation';
import { formatReceiptId } from '../domain/receipt-key';

type Reminded = Pick<ReceiptEntity, 'documentId' | 'organizationId' | 'remindedAt'>;

/** What a unit was reminded of and owes no more is done in the inboxes too; most receipts are signed before any reminder. */
export function settleObligation(tx: Transaction, receipt: Reminded, obligation: ReceiptObligation | null): void {
  const { documentId, remindedAt } = receipt;
  if (obligation === null || remindedAt === null) return;
  settleMatter(tx, documentId, { type: 'Receipt', id: formatReceiptId(receipt), obligation }, remindedAt);
}
