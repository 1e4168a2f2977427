import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 片区: a named area of units; who is in it is decided each year. */
@Entity({ name: 'zone', schema: 'organization' })
export class ZoneEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'zone_id', type: 'uuid' })
  zoneId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'contact_leader_post_id', type: 'uuid', nullable: true })
  contactLeaderPostId!: Id | null;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
