import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name a unit bore; the current one has no end. Days are half-open: a name ends on the day the next begins. */
@Entity({ name: 'unit_name', schema: 'organization' })
export class UnitNameEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @PrimaryColumn({ name: 'effective_from', type: 'date' })
  effectiveFrom!: LocalDate;

  @Column({ name: 'effective_to', type: 'date', nullable: true })
  effectiveTo!: LocalDate | null;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'short_name', type: 'text', nullable: true })
  shortName!: string | null;
}
