import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { OrganizationKind } from '../domain/organization-kind';

/** 党组织 with both edges: affiliation 隶属 and guidance 指导. */
@Entity({ name: 'organization', schema: 'organization' })
export class OrganizationEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'kind', type: 'text' })
  kind!: OrganizationKind;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'affiliation_id', type: 'uuid', nullable: true })
  affiliationId!: Id | null;

  @Column({ name: 'affiliation_path', type: 'uuid', array: true })
  affiliationPath!: Id[];

  @Column({ name: 'guidance_id', type: 'uuid', nullable: true })
  guidanceId!: Id | null;

  @Column({ name: 'system_lead_id', type: 'uuid', nullable: true })
  systemLeadId!: Id | null;

  @Column({ name: 'has_branch_committee', type: 'boolean' })
  hasBranchCommittee!: boolean;

  @Column({ name: 'formal_members', type: 'int', nullable: true })
  formalMembers!: number | null;

  @Column({ name: 'probationary_members', type: 'int', nullable: true })
  probationaryMembers!: number | null;

  @Column({ name: 'members_reported_on', type: 'date', nullable: true })
  membersReportedOn!: LocalDate | null;

  @Column({ name: 'national_code', type: 'text', nullable: true })
  nationalCode!: string | null;

  @Column({ name: 'status', type: 'text' })
  status!: 'ACTIVE' | 'SUSPENDED' | 'DISSOLVED';

  @Column({ name: 'effective_from', type: 'date' })
  effectiveFrom!: LocalDate;

  @Column({ name: 'effective_to', type: 'date', nullable: true })
  effectiveTo!: LocalDate | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
