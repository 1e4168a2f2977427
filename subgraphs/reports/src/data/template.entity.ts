import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { ReportKind } from '../domain/report-kind';

/** 报送模板. What it asks stands in its versions. */
@Entity({ name: 'report_template', schema: 'reports' })
export class TemplateEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'template_id', type: 'uuid' })
  templateId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReportKind;

  @Column({ name: 'signature_needed', type: 'boolean' })
  signatureNeeded!: boolean;

  @Column({ name: 'current_number', type: 'int' })
  currentNumber!: number;

  @Column({ name: 'retired_at', type: 'timestamptz', precision: 3, nullable: true })
  retiredAt!: Date | null;

  @Column({ name: 'retire_reason', type: 'text', nullable: true })
  retireReason!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
