import type { Id } from '@hub/core';
import { Column, Entity } from 'typeorm';

import type { ReturnReason } from '../domain/return-reason';
import { OfReceiptEntity } from './of-receipt.entity';

/** 退回: one refusal of a unit, and the office's word on it. */
@Entity({ name: 'receipt_return', schema: 'dispatch' })
export class ReceiptReturnEntity extends OfReceiptEntity {
  @Column({ name: 'reason', type: 'text' })
  reason!: ReturnReason;

  @Column({ name: 'explanation', type: 'text', nullable: true })
  explanation!: string | null;

  @Column({ name: 'returned_by_account_id', type: 'uuid' })
  returnedByAccountId!: Id;

  @Column({ name: 'returned_by_name', type: 'text' })
  returnedByName!: string;

  @Column({ name: 'returned_by_title', type: 'text' })
  returnedByTitle!: string;

  @Column({ name: 'returned_at', type: 'timestamptz', precision: 3 })
  returnedAt!: Date;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: string | null;

  /** Whether the office took the paper back; false when it asks the unit to sign. */
  @Column({ name: 'accepted', type: 'boolean', nullable: true })
  accepted!: boolean | null;

  @Column({ name: 'answered_by_account_id', type: 'uuid', nullable: true })
  answeredByAccountId!: Id | null;

  @Column({ name: 'answered_by_name', type: 'text', nullable: true })
  answeredByName!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;
}
