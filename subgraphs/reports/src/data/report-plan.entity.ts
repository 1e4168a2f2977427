import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Cadence, PeriodKey } from '../domain/period';
import type { PlanRule } from '../domain/plan-rhythm';
import type { PlanState } from '../domain/plan-state';
import type { ReportKind } from '../domain/report-kind';
import type { TaskAudience } from '../domain/task-audience';

/** 定期任务: what the office asks for again and again, and where it has come. */
@Entity({ name: 'report_plan', schema: 'reports' })
export class ReportPlanEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: Id;

  /** Without the period, which stands before it in the title of each task. */
  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReportKind;

  @Column({ name: 'cadence', type: 'text' })
  cadence!: Cadence;

  @Column({ name: 'template_id', type: 'uuid' })
  templateId!: Id;

  @Column({ name: 'due_rule', type: 'jsonb' })
  rule!: PlanRule;

  @Column({ name: 'audience', type: 'jsonb' })
  audience!: TaskAudience;

  @Column({ name: 'basis', type: 'text', nullable: true })
  basis!: string | null;

  @Column({ name: 'requirement', type: 'text', nullable: true })
  requirement!: string | null;

  @Column({ name: 'duplicate_reason', type: 'text', nullable: true })
  duplicateReason!: string | null;

  @Column({ name: 'state', type: 'text' })
  state!: PlanState;

  @Column({ name: 'next_period', type: 'text' })
  nextPeriod!: PeriodKey;

  @Column({ name: 'next_opens_on', type: 'date' })
  nextOpensOn!: LocalDate;

  /** Since when the task of the next period cannot be opened. */
  @Column({ name: 'held_since', type: 'timestamptz', precision: 3, nullable: true })
  heldSince!: Date | null;

  /** The reason code of the refusal. */
  @Column({ name: 'held_code', type: 'text', nullable: true })
  heldCode!: string | null;

  @Column({ name: 'held_reason', type: 'text', nullable: true })
  heldReason!: string | null;

  @Column({ name: 'tried_on', type: 'date', nullable: true })
  triedOn!: LocalDate | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'created_by_account_id', type: 'uuid' })
  createdByAccountId!: Id;

  @Column({ name: 'created_by_name', type: 'text' })
  createdByName!: string;

  @Column({ name: 'paused_at', type: 'timestamptz', precision: 3, nullable: true })
  pausedAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
