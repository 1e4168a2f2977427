import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { PublicationReaders, PublishedField } from '../domain/publication';
import type { ReportKind } from '../domain/report-kind';

/** 刊发: what chosen readers see of a report, as it was then; no unit ever reads a report of another. */
@Entity({ name: 'report_publication', schema: 'reports' })
export class ReportPublicationEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'publication_id', type: 'uuid' })
  publicationId!: Id;

  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: Id;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReportKind;

  @Column({ name: 'from_unit_id', type: 'uuid' })
  fromUnitId!: Id;

  @Column({ name: 'from_name', type: 'text' })
  fromName!: string;

  @Column({ name: 'fields', type: 'jsonb' })
  fields!: readonly PublishedField[];

  /** Every unit, also those that come later, or those that are named. */
  @Column({ name: 'readers', type: 'text' })
  readers!: PublicationReaders;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Column({ name: 'published_by_account_id', type: 'uuid' })
  publishedByAccountId!: Id;

  @Column({ name: 'published_by_name', type: 'text' })
  publishedByName!: string;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdraw_reason', type: 'text', nullable: true })
  withdrawReason!: string | null;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
