import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { TemplateField } from '../domain/template-field';

/** 模板版本: what was asked, as it was. Written once. */
@Entity({ name: 'report_template_version', schema: 'reports' })
export class TemplateVersionEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'template_id', type: 'uuid' })
  templateId!: Id;

  @PrimaryColumn({ name: 'number', type: 'int' })
  number!: number;

  @Column({ name: 'fields', type: 'jsonb' })
  fields!: readonly TemplateField[];

  /** How long it takes to fill in, as the office expects. */
  @Column({ name: 'minutes', type: 'int' })
  minutes!: number;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Column({ name: 'published_by_account_id', type: 'uuid' })
  publishedByAccountId!: Id;

  @Column({ name: 'published_by_name', type: 'text' })
  publishedByName!: string;
}
