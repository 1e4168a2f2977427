import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';

export type ReportVisibility = 'UNIT' | 'COMMITTEE';

/** 报送: what one organisation owes for a task, or sends of its own accord. */
@Entity({ name: 'report', schema: 'reports' })
export class ReportEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'report_id', type: 'uuid' })
  reportId!: Id;

  /** Null for what nobody asked for. */
  @Column({ name: 'task_id', type: 'uuid', nullable: true })
  taskId!: Id | null;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReportKind;

  @Column({ name: 'period_key', type: 'text' })
  periodKey!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'organization_name', type: 'text' })
  organizationName!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  /** As they were when it was asked, and the nature as well: figures of a period do not move with the structure. */
  @Column({ name: 'zone_id', type: 'uuid', nullable: true })
  zoneId!: Id | null;

  @Column({ name: 'nature', type: 'text' })
  nature!: string;

  @Column({ name: 'template_id', type: 'uuid' })
  templateId!: Id;

  @Column({ name: 'template_version', type: 'int' })
  templateVersion!: number;

  /** Whether the office knows of it; what nobody asked for is the unit’s until it hands in. */
  @Column({ name: 'visibility', type: 'text' })
  visibility!: ReportVisibility;

  @Column({ name: 'state', type: 'text' })
  state!: ReportState;

  /** The newest version of the words; 0 before the first. */
  @Column({ name: 'content_number', type: 'int' })
  contentNumber!: number;

  @Column({ name: 'due_at', type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column({ name: 'resubmit_due_at', type: 'timestamptz', precision: 3, nullable: true })
  resubmitDueAt!: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'drafter_account_id', type: 'uuid', nullable: true })
  drafterAccountId!: Id | null;

  @Column({ name: 'drafter_name', type: 'text', nullable: true })
  drafterName!: string | null;

  @Column({ name: 'contact_phone', type: 'text', nullable: true })
  contactPhone!: string | null;

  @Column({ name: 'signed_at', type: 'timestamptz', precision: 3, nullable: true })
  signedAt!: Date | null;

  @Column({ name: 'signed_by_account_id', type: 'uuid', nullable: true })
  signedByAccountId!: Id | null;

  @Column({ name: 'signed_by_name', type: 'text', nullable: true })
  signedByName!: string | null;

  /** 非涉密承诺, at each handing in. */
  @Column({ name: 'pledged_at', type: 'timestamptz', precision: 3, nullable: true })
  pledgedAt!: Date | null;

  @Column({ name: 'public_allowed', type: 'boolean', nullable: true })
  publicAllowed!: boolean | null;

  /** What on time and late go by. */
  @Column({ name: 'first_submitted_at', type: 'timestamptz', precision: 3, nullable: true })
  firstSubmittedAt!: Date | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', precision: 3, nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'submitted_by_account_id', type: 'uuid', nullable: true })
  submittedByAccountId!: Id | null;

  @Column({ name: 'submitted_by_name', type: 'text', nullable: true })
  submittedByName!: string | null;

  /** The version that was handed in last. */
  @Column({ name: 'submitted_number', type: 'int', nullable: true })
  submittedNumber!: number | null;

  /** 填报用时, as the unit says it; nobody measures it. */
  @Column({ name: 'minutes_spent', type: 'int', nullable: true })
  minutesSpent!: number | null;

  @Column({ name: 'return_count', type: 'int' })
  returnCount!: number;

  @Column({ name: 'accepted_at', type: 'timestamptz', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'accepted_by_name', type: 'text', nullable: true })
  acceptedByName!: string | null;

  @Column({ name: 'excellent_at', type: 'timestamptz', precision: 3, nullable: true })
  excellentAt!: Date | null;

  @Column({ name: 'excellent_by_name', type: 'text', nullable: true })
  excellentByName!: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'settled_by_receipt', type: 'text', nullable: true })
  settledByReceipt!: string | null;

  @Column({ name: 'exempted_at', type: 'timestamptz', precision: 3, nullable: true })
  exemptedAt!: Date | null;

  @Column({ name: 'exempt_reason', type: 'text', nullable: true })
  exemptReason!: string | null;

  @Column({ name: 'document_id', type: 'uuid', nullable: true })
  documentId!: Id | null;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
