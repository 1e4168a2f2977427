import type { Id, LocalDate } from '@hub/core';
import { Column, Entity } from 'typeorm';

import type { ExtensionState } from '../domain/extension';
import { OfReceiptEntity } from './of-receipt.entity';

/** 延期申请: a unit asks for more time for its feedback. */
@Entity({ name: 'extension_request', schema: 'dispatch' })
export class ExtensionRequestEntity extends OfReceiptEntity {
  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'current_due_at', type: 'timestamptz', precision: 3 })
  currentDueAt!: Date;

  @Column({ name: 'requested_due_on', type: 'date' })
  requestedDueOn!: LocalDate;

  @Column({ name: 'requested_by_account_id', type: 'uuid' })
  requestedByAccountId!: Id;

  @Column({ name: 'requested_by_name', type: 'text' })
  requestedByName!: string;

  @Column({ name: 'requested_at', type: 'timestamptz', precision: 3 })
  requestedAt!: Date;

  @Column({ name: 'state', type: 'text' })
  state!: ExtensionState;

  @Column({ name: 'granted_due_at', type: 'timestamptz', precision: 3, nullable: true })
  grantedDueAt!: Date | null;

  @Column({ name: 'decision_note', type: 'text', nullable: true })
  decisionNote!: string | null;

  @Column({ name: 'decided_by_account_id', type: 'uuid', nullable: true })
  decidedByAccountId!: Id | null;

  @Column({ name: 'decided_by_name', type: 'text', nullable: true })
  decidedByName!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;
}
