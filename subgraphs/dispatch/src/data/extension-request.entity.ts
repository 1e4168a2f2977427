import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const EXTENSION_STATES = ['PENDING', 'GRANTED', 'REFUSED'] as const;

export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** 延期申请: a unit asks for more time for its feedback. */
@Entity({ name: 'extension_request', schema: 'dispatch' })
export class ExtensionRequestEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @PrimaryColumn({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

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
