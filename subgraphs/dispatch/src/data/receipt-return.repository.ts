import type { Transaction } from '@hub/persistence';

import type { ReceiptKey } from '../domain/receipt-key';
import { ReceiptReturnEntity } from './receipt-return.entity';

/** Returns of a receipt. The receipt is locked by the caller, so ordinals need no lock of their own. */
export class ReceiptReturnRepository {
  constructor(private readonly tx: Transaction) {}

  latest({ documentId, organizationId }: ReceiptKey): Promise<ReceiptReturnEntity | null> {
    return this.tx.manager.findOne(ReceiptReturnEntity, {
      where: { committeeId: this.tx.committeeId, documentId, organizationId },
      order: { ordinal: 'DESC' },
    });
  }

  async insert(row: ReceiptReturnEntity): Promise<void> {
    await this.tx.manager.insert(ReceiptReturnEntity, row);
  }

  async answer(row: ReceiptReturnEntity, answer: Partial<ReceiptReturnEntity>): Promise<void> {
    const { committeeId, documentId, organizationId, ordinal } = row;
    await this.tx.manager.update(ReceiptReturnEntity, { committeeId, documentId, organizationId, ordinal }, answer);
  }
}
