import type { Id } from '@hub/core';
import { Column, PrimaryColumn } from 'typeorm';

import type { ReportVisibility } from './report.entity';

/** What belongs to one report carries its key, and what the second wall knows it by. */
export abstract class OfReportEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'report_id', type: 'uuid' })
  reportId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'visibility', type: 'text' })
  visibility!: ReportVisibility;
}
