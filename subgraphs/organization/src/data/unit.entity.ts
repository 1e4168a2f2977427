import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { UnitNature, UnitSector } from '../domain/unit-nature';

/** 单位: a department. Its past names are rows of their own. */
@Entity({ name: 'unit', schema: 'organization' })
export class UnitEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'short_name', type: 'text', nullable: true })
  shortName!: string | null;

  @Column({ name: 'nature', type: 'text' })
  nature!: UnitNature;

  @Column({ name: 'sector', type: 'text', nullable: true })
  sector!: UnitSector | null;

  @Column({ name: 'protocol_order', type: 'int' })
  protocolOrder!: number;

  @Column({ name: 'is_fictitious', type: 'boolean' })
  isFictitious!: boolean;

  @Column({ name: 'unified_social_credit_code', type: 'text', nullable: true })
  unifiedSocialCreditCode!: string | null;

  @Column({ name: 'status', type: 'text' })
  status!: 'ACTIVE' | 'DISSOLVED';

  @Column({ name: 'effective_from', type: 'date' })
  effectiveFrom!: LocalDate;

  @Column({ name: 'effective_to', type: 'date', nullable: true })
  effectiveTo!: LocalDate | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
