import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 联系点: the one branch a leader of a department stands for in a year. */
@Entity({ name: 'contact_point', schema: 'organization' })
export class ContactPointEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'contact_point_id', type: 'uuid' })
  contactPointId!: Id;

  @Column({ name: 'year', type: 'int' })
  year!: number;

  @Column({ name: 'leader_name', type: 'text' })
  leaderName!: string;

  @Column({ name: 'leader_title', type: 'text' })
  leaderTitle!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
