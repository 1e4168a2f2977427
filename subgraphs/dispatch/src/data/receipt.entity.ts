import type { Id } from '@hub/core';
import type { DeadlineBasis } from '@hub/deadlines';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { DistributionRole, Duty } from '../domain/duty';
import type { ReceiptState } from '../domain/receipt-state';

/** 收文: one document at one addressee organisation. Names are those of the release and never change. */
@Entity({ name: 'receipt', schema: 'dispatch' })
export class ReceiptEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'unit_name', type: 'text' })
  unitName!: string;

  @Column({ name: 'organization_name', type: 'text' })
  organizationName!: string;

  @Column({ name: 'protocol_order', type: 'int' })
  protocolOrder!: number;

  @Column({ name: 'role', type: 'text' })
  role!: DistributionRole;

  @Column({ name: 'duty', type: 'text' })
  duty!: Duty;

  @Column({ name: 'state', type: 'text' })
  state!: ReceiptState;

  @Column({ name: 'delivered_at', type: 'timestamptz', precision: 3 })
  deliveredAt!: Date;

  @Column({ name: 'opened_at', type: 'timestamptz', precision: 3, nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'acknowledge_due_at', type: 'timestamptz', precision: 3, nullable: true })
  acknowledgeDueAt!: Date | null;

  @Column({ name: 'feedback_due_at', type: 'timestamptz', precision: 3, nullable: true })
  feedbackDueAt!: Date | null;

  /** What is owed next, kept by the database from duty, state and the two limits; null when nothing is owed. */
  @Column({ name: 'due_at', type: 'timestamptz', precision: 3, nullable: true, insert: false, update: false })
  dueAt!: Date | null;

  @Column({ name: 'calendar_version', type: 'text', nullable: true })
  calendarVersion!: string | null;

  /** Null until the first change after the delivery. */
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, nullable: true })
  updatedAt!: Date | null;

  @Column({ name: 'acknowledged_at', type: 'timestamptz', precision: 3, nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ name: 'acknowledged_by_account_id', type: 'uuid', nullable: true })
  acknowledgedByAccountId!: Id | null;

  @Column({ name: 'acknowledged_by_post_id', type: 'uuid', nullable: true })
  acknowledgedByPostId!: Id | null;

  @Column({ name: 'acknowledged_by_name', type: 'text', nullable: true })
  acknowledgedByName!: string | null;

  @Column({ name: 'acknowledged_by_title', type: 'text', nullable: true })
  acknowledgedByTitle!: string | null;

  /** Hash of the text that was signed for. */
  @Column({ name: 'text_digest', type: 'text', nullable: true })
  textDigest!: string | null;

  @Column({ name: 'assigned_to_post_id', type: 'uuid', nullable: true })
  assignedToPostId!: Id | null;

  @Column({ name: 'assigned_to_title', type: 'text', nullable: true })
  assignedToTitle!: string | null;

  @Column({ name: 'assigned_at', type: 'timestamptz', precision: 3, nullable: true })
  assignedAt!: Date | null;

  /** When the clock began, if that was after the delivery: a limit that moved has its own beginning. */
  @Column({ name: 'clock_started_at', type: 'timestamptz', precision: 3, nullable: true })
  clockStartedAt!: Date | null;

  /** Where the limit for feedback comes from: printed on the paper, counted by the calendar, or granted since. */
  @Column({ name: 'feedback_basis', type: 'text' })
  feedbackBasis!: DeadlineBasis;

  @Column({ name: 'reminded_at', type: 'timestamptz', precision: 3, nullable: true })
  remindedAt!: Date | null;

  @Column({ name: 'reminder_level', type: 'int' })
  reminderLevel!: number;

  @Column({ name: 'recalled_at', type: 'timestamptz', precision: 3, nullable: true })
  recalledAt!: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawal_reason', type: 'text', nullable: true })
  withdrawalReason!: string | null;

  /** 免办: the organisation came to its end while it owed something. */
  @Column({ name: 'exempted_at', type: 'timestamptz', precision: 3, nullable: true })
  exemptedAt!: Date | null;

  @Column({ name: 'exempt_reason', type: 'text', nullable: true })
  exemptReason!: string | null;

  @Column({ name: 'reissued', type: 'boolean' })
  reissued!: boolean;

  @Column({ name: 'closed_at', type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
