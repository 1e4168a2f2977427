import type { Id } from '@hub/core';
import { Column, PrimaryColumn } from 'typeorm';

/** What belongs to one receipt carries its key, and the unit by which the second wall knows it. */
export abstract class OfReceiptEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  /** 1 for the first of its kind on the receipt. */
  @PrimaryColumn({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;
}
