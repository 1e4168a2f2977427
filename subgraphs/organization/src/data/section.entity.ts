import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 部室 of the work committee or of a unit: may draft, may not issue outward. */
@Entity({ name: 'section', schema: 'organization' })
export class SectionEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'section_id', type: 'uuid' })
  sectionId!: Id;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'is_general_office', type: 'boolean' })
  isGeneralOffice!: boolean;

  @Column({ name: 'protocol_order', type: 'int' })
  protocolOrder!: number;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;
}
