import type { Transaction } from '@hub/persistence';

import type { ReceiptKey } from '../domain/receipt-key';
import { ExtensionRequestEntity } from './extension-request.entity';

/** Requests for more time on a receipt. The receipt is locked by the caller, so ordinals need no lock of their own. */
export class ExtensionRequestRepository {
  constructor(private readonly tx: Transaction) {}

  latest({ documentId, organizationId }: ReceiptKey): Promise<ExtensionRequestEntity | null> {
    return this.tx.manager.findOne(ExtensionRequestEntity, {
      where: { committeeId: this.tx.committeeId, documentId, organizationId },
      order: { ordinal: 'DESC' },
    });
  }

  async insert(row: ExtensionRequestEntity): Promise<void> {
    await this.tx.manager.insert(ExtensionRequestEntity, row);
  }

  async decide(row: ExtensionRequestEntity, decision: Partial<ExtensionRequestEntity>): Promise<void> {
    const { committeeId, documentId, organizationId, ordinal } = row;
    await this.tx.manager.update(
      ExtensionRequestEntity,
      { committeeId, documentId, organizationId, ordinal },
      decision,
    );
  }
}
