import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { CountedFrom } from '../domain/due-rule';
import type { PeriodKey } from '../domain/period';
import type { ReportKind } from '../domain/report-kind';
import type { TaskAudience } from '../domain/task-audience';
import type { TaskState } from '../domain/task-state';

/** 报送任务: what the office asks of organisations for one period. */
@Entity({ name: 'report_task', schema: 'reports' })
export class ReportTaskEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId!: Id;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReportKind;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'period_key', type: 'text' })
  periodKey!: PeriodKey;

  @Column({ name: 'template_id', type: 'uuid' })
  templateId!: Id;

  @Column({ name: 'template_version', type: 'int' })
  templateVersion!: number;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: Id | null;

  /** The paper that it was born from, as it was called then. */
  @Column({ name: 'document_id', type: 'uuid', nullable: true })
  documentId!: Id | null;

  @Column({ name: 'document_number', type: 'text', nullable: true })
  documentNumber!: string | null;

  @Column({ name: 'document_title', type: 'text', nullable: true })
  documentTitle!: string | null;

  @Column({ name: 'basis', type: 'text', nullable: true })
  basis!: string | null;

  @Column({ name: 'requirement', type: 'text', nullable: true })
  requirement!: string | null;

  @Column({ name: 'audience', type: 'jsonb' })
  audience!: TaskAudience;

  @Column({ name: 'asked_count', type: 'int' })
  askedCount!: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: LocalDate;

  @Column({ name: 'due_at', type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  @Column({ name: 'due_basis', type: 'text' })
  dueBasis!: 'STATED' | 'TERM' | 'GRANTED';

  @Column({ name: 'due_term', type: 'jsonb', nullable: true })
  dueTerm!: CountedFrom | null;

  @Column({ name: 'calendar_version', type: 'text', nullable: true })
  calendarVersion!: string | null;

  @Column({ name: 'duplicate_reason', type: 'text', nullable: true })
  duplicateReason!: string | null;

  @Column({ name: 'state', type: 'text' })
  state!: TaskState;

  @Column({ name: 'opened_at', type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  /** Null when a plan opened it. */
  @Column({ name: 'opened_by_account_id', type: 'uuid', nullable: true })
  openedByAccountId!: Id | null;

  @Column({ name: 'opened_by_name', type: 'text' })
  openedByName!: string;

  @Column({ name: 'paused_at', type: 'timestamptz', precision: 3, nullable: true })
  pausedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'close_reason', type: 'text', nullable: true })
  closeReason!: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
