import type { Id } from '@hub/core';
import { AttachmentColumns } from '@hub/files';
import { Column, Entity } from 'typeorm';

import type { ReportVisibility } from './report.entity';

/** 附件 of a report. FILE fields of its versions refer to it. */
@Entity({ name: 'attachment', schema: 'reports' })
export class ReportFileEntity extends AttachmentColumns {
  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  /** The office sees it once it was handed in. */
  @Column({ name: 'visibility', type: 'text' })
  visibility!: ReportVisibility;

  /** With the first version that refers to it; from then on it stays. */
  @Column({ name: 'handed_in_at', type: 'timestamptz', precision: 3, nullable: true })
  handedInAt!: Date | null;
}
