import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { FieldMark, ReportReturnReason } from '../domain/report-return';
import { OfReportEntity } from './of-report.entity';

/** 退回: by the office, or within the unit before it was handed in. */
@Entity({ name: 'report_return', schema: 'reports' })
export class ReportReturnEntity extends OfReportEntity {
  /** The version of the report that it was decided on: the next one needs no look at rows that its writer may not see. */
  @PrimaryColumn({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  /** The version that it speaks of. */
  @Column({ name: 'content_number', type: 'int' })
  contentNumber!: number;

  @Column({ name: 'reasons', type: 'text', array: true })
  reasons!: ReportReturnReason[];

  @Column({ name: 'marks', type: 'jsonb' })
  marks!: readonly FieldMark[];

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'due_at', type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column({ name: 'returned_by_account_id', type: 'uuid' })
  returnedByAccountId!: Id;

  @Column({ name: 'returned_by_name', type: 'text' })
  returnedByName!: string;

  @Column({ name: 'returned_at', type: 'timestamptz', precision: 3 })
  returnedAt!: Date;
}
