import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { StructureChangeKind } from '../domain/structure-change';

/** One recorded change of a unit or an organisation: never updated, never deleted. */
@Entity({ name: 'structure_event', schema: 'organization' })
export class StructureEventEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId!: Id;

  @Column({ name: 'kind', type: 'text' })
  kind!: StructureChangeKind;

  @Column({ name: 'object_type', type: 'text' })
  objectType!: 'UNIT' | 'ORGANIZATION';

  @Column({ name: 'object_id', type: 'uuid' })
  objectId!: Id;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn!: LocalDate;

  @Column({ name: 'decision_number', type: 'text', nullable: true })
  decisionNumber!: string | null;

  @Column({ name: 'decision_on', type: 'date', nullable: true })
  decisionOn!: LocalDate | null;

  @Column({ name: 'successor_ids', type: 'uuid', array: true })
  successorIds!: Id[];

  @Column({ name: 'detail', type: 'jsonb' })
  detail!: Readonly<Record<string, unknown>>;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  recordedBy!: Id | null;
}
