import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { In } from 'typeorm';

import type { ReceiptKey } from '../domain/receipt-key';
import { ReceiptEntity } from './receipt.entity';

/** What an act may change on a receipt; who it belongs to and its version are not among it. */
export type ReceiptChange = Partial<
  Omit<ReceiptEntity, 'committeeId' | 'documentId' | 'organizationId' | 'unitId' | 'dueAt' | 'updatedAt' | 'version'>
>;

/** Receipts are locked before anything that hangs on them, and several always in the order of their organisations. */
export class ReceiptRepository {
  constructor(private readonly tx: Transaction) {}

  lock({ documentId, organizationId }: ReceiptKey): Promise<ReceiptEntity | null> {
    return this.tx.manager.findOne(ReceiptEntity, {
      where: { committeeId: this.tx.committeeId, documentId, organizationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  lockMany(documentId: Id, organizationIds: readonly Id[]): Promise<ReceiptEntity[]> {
    return this.tx.manager.find(ReceiptEntity, {
      where: { committeeId: this.tx.committeeId, documentId, organizationId: In([...organizationIds]) },
      order: { organizationId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** A decision on the receipts of a document: whoever decided on an older version is refused from now on. */
  async decide(documentId: Id, organizationIds: readonly Id[], change: ReceiptChange): Promise<void> {
    await this.#update(documentId, organizationIds, { ...change, version: () => 'version + 1' });
  }

  /** Something that happened to a receipt and leaves everybody's view of it valid. */
  async note({ documentId, organizationId }: ReceiptKey, change: ReceiptChange): Promise<void> {
    await this.#update(documentId, [organizationId], change);
  }

  async #update(
    documentId: Id,
    organizationIds: readonly Id[],
    change: ReceiptChange & { version?: () => string },
  ): Promise<void> {
    const { committeeId } = this.tx;
    await this.tx.manager.update(
      ReceiptEntity,
      { committeeId, documentId, organizationId: In([...organizationIds]) },
      { ...change, updatedAt: this.tx.now },
    );
  }
}
