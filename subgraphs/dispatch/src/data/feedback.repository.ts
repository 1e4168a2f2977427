import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { MoreThanOrEqual } from 'typeorm';
import type { FeedbackState } from '../domain/feedback';
import type { ReceiptKey } from '../domain/receipt-key';
import { FeedbackEntity } from './feedback.entity';

export interface FeedbackDecision {
  readonly state: FeedbackState;
  readonly decisionNote: string | null;
  readonly decidedByAccountId: Id;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** Feedback on a receipt. The receipt is locked by the caller, so ordinals need no lock of their own. */
export class FeedbackRepository {
  constructor(private readonly tx: Transaction) {}

  latest({ documentId, organizationId }: ReceiptKey): Promise<FeedbackEntity | null> {
    return this.tx.manager.findOne(FeedbackEntity, {
      where: { committeeId: this.tx.committeeId, documentId, organizationId },
      order: { ordinal: 'DESC' },
    });
  }

  /** Accepted since the paper was delivered: a reissued one begins anew. */
  countAccepted({
    documentId,
    organizationId,
    deliveredAt,
  }: ReceiptKey & { readonly deliveredAt: Date }): Promise<number> {
    const { committeeId } = this.tx;
    return this.tx.manager.countBy(FeedbackEntity, {
      committeeId,
      documentId,
      organizationId,
      state: 'ACCEPTED',
      submittedAt: MoreThanOrEqual(deliveredAt),
    });
  }

  async insert(row: FeedbackEntity): Promise<void> {
    await this.tx.manager.insert(FeedbackEntity, row);
  }

  async decide(row: FeedbackEntity, decision: FeedbackDecision): Promise<void> {
    const { committeeId, documentId, organizationId, ordinal } = row;
    await this.tx.manager.update(FeedbackEntity, { committeeId, documentId, organizationId, ordinal }, decision);
  }
}
