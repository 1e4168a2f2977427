import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { DocumentKind } from '../domain/document-kind';
import type { SeriesStep } from '../domain/series-step';

/** 发文号序列. */
@Entity({ name: 'number_series', schema: 'dispatch' })
export class NumberSeriesEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'series_id', type: 'uuid' })
  seriesId!: Id;

  @Column({ name: 'prefix', type: 'text' })
  prefix!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'issuer_organization_id', type: 'uuid' })
  issuerOrganizationId!: Id;

  @Column({ name: 'issuer_name', type: 'text' })
  issuerName!: string;

  @Column({ name: 'kinds', type: 'text', array: true })
  kinds!: readonly DocumentKind[];

  @Column({ name: 'steps', type: 'jsonb' })
  steps!: readonly SeriesStep[];

  @Column({ name: 'seal_name', type: 'text', nullable: true })
  sealName!: string | null;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
