import type { Id, Role } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 岗位: an account in an organisation, for a time, with one role. */
@Entity({ name: 'post', schema: 'organization' })
export class PostEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'post_id', type: 'uuid' })
  postId!: Id;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: Id;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'section_id', type: 'uuid', nullable: true })
  sectionId!: Id | null;

  @Column({ name: 'role', type: 'text' })
  role!: Role;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'held_from', type: 'date' })
  heldFrom!: string;

  /** Last day on which the post is held; null while it has no end. */
  @Column({ name: 'held_to', type: 'date', nullable: true })
  heldTo!: string | null;

  /** Set when the post was ended with immediate effect: nobody acts under it, whatever its last day. */
  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
