import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { DocumentAct, DocumentState } from '../domain/document-state';

/** One line of the 发文处理单: who did what to the paper, under which post, with which words. */
@Entity({ name: 'document_act', schema: 'dispatch' })
export class DocumentActEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  @PrimaryColumn({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  @Column({ name: 'act', type: 'text' })
  act!: DocumentAct | 'DRAFT';

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: DocumentState | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: DocumentState;

  @Column({ name: 'opinion', type: 'text', nullable: true })
  opinion!: string | null;

  /** The text as it stood: an opinion is about this text and no other. */
  @Column({ name: 'text_digest', type: 'text' })
  textDigest!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: Id;

  @Column({ name: 'post_id', type: 'uuid' })
  postId!: Id;

  /** For whom, when the post was lent. */
  @Column({ name: 'principal_id', type: 'uuid', nullable: true })
  principalId!: Id | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ name: 'post_title', type: 'text' })
  postTitle!: string;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;
}
