import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { AdoptionLevel } from '../domain/adoption';

/** 采用: statistics of information work, and nothing that a unit is judged by (X3). */
@Entity({ name: 'report_adoption', schema: 'reports' })
export class ReportAdoptionEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'adoption_id', type: 'uuid' })
  adoptionId!: Id;

  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'level', type: 'text' })
  level!: AdoptionLevel;

  @Column({ name: 'channel', type: 'text' })
  channel!: string;

  @Column({ name: 'adopted_on', type: 'date' })
  adoptedOn!: LocalDate;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;

  @Column({ name: 'recorded_by_account_id', type: 'uuid' })
  recordedByAccountId!: Id;

  @Column({ name: 'recorded_by_name', type: 'text' })
  recordedByName!: string;

  @Column({ name: 'revoked_at', type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoke_reason', type: 'text', nullable: true })
  revokeReason!: string | null;
}
