import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { FieldValues } from '../domain/field-value';
import { OfReportEntity } from './of-report.entity';

/** 版本: what one person wrote without a break. A frozen one was handed in, signed or sent back, and stays as it was. */
@Entity({ name: 'report_version', schema: 'reports' })
export class ReportVersionEntity extends OfReportEntity {
  @PrimaryColumn({ name: 'number', type: 'int' })
  number!: number;

  @Column({ name: 'values', type: 'jsonb' })
  values!: FieldValues;

  @Column({ name: 'saved_at', type: 'timestamptz', precision: 3 })
  savedAt!: Date;

  @Column({ name: 'saved_by_account_id', type: 'uuid' })
  savedByAccountId!: Id;

  @Column({ name: 'saved_by_name', type: 'text' })
  savedByName!: string;

  @Column({ name: 'frozen_at', type: 'timestamptz', precision: 3, nullable: true })
  frozenAt!: Date | null;
}
