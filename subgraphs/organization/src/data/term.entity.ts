import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 届: elected with a length, or appointed without one. */
@Entity({ name: 'term', schema: 'organization' })
export class TermEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'term_id', type: 'uuid' })
  termId!: Id;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  @Column({ name: 'elected_on', type: 'date', nullable: true })
  electedOn!: LocalDate | null;

  @Column({ name: 'term_years', type: 'int', nullable: true })
  termYears!: number | null;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: LocalDate | null;

  @Column({ name: 'extended_to', type: 'date', nullable: true })
  extendedTo!: LocalDate | null;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: LocalDate | null;

  @Column({ name: 'appointed_on', type: 'date', nullable: true })
  appointedOn!: LocalDate | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
