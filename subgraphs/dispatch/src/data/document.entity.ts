import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../domain/audience';
import type { Disclosure } from '../domain/disclosure';
import type { Direction, DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { TextScope } from '../domain/economy';
import type { EndingBasis } from '../domain/ending';
import type { FeedbackRequirement } from '../domain/feedback';
import type { RuleFacts } from '../domain/rule-facts';
import type { Urgency } from '../domain/urgency';

/** 公文: what is printed, where it stands in its life, and who brought it there. */
@Entity({ name: 'document', schema: 'dispatch' })
export class DocumentEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId!: Id;

  @Column({ name: 'series_id', type: 'uuid' })
  seriesId!: Id;

  @Column({ name: 'kind', type: 'text' })
  kind!: DocumentKind;

  @Column({ name: 'direction', type: 'text' })
  direction!: Direction;

  @Column({ name: 'urgency', type: 'text' })
  urgency!: Urgency;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'text', type: 'text' })
  text!: string;

  @Column({ name: 'text_scope', type: 'text' })
  textScope!: TextScope;

  @Column({ name: 'addressee_line', type: 'text', nullable: true })
  addresseeLine!: string | null;

  @Column({ name: 'copy_line', type: 'text', nullable: true })
  copyLine!: string | null;

  @Column({ name: 'annex_titles', type: 'text', array: true })
  annexTitles!: readonly string[];

  /** 附注. */
  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  /** 传达范围. */
  @Column({ name: 'conveyance_scope', type: 'text', nullable: true })
  conveyanceScope!: string | null;

  @Column({ name: 'disclosure', type: 'text' })
  disclosure!: Disclosure;

  @Column({ name: 'issuer_organization_id', type: 'uuid' })
  issuerOrganizationId!: Id;

  @Column({ name: 'issuer_name', type: 'text' })
  issuerName!: string;

  /** 署名. */
  @Column({ name: 'signatory', type: 'text', nullable: true })
  signatory!: string | null;

  @Column({ name: 'section_id', type: 'uuid', nullable: true })
  sectionId!: Id | null;

  /** 成文日期. */
  @Column({ name: 'written_on', type: 'date', nullable: true })
  writtenOn!: LocalDate | null;

  /** 印发日期. */
  @Column({ name: 'printed_on', type: 'date', nullable: true })
  printedOn!: LocalDate | null;

  @Column({ name: 'feedback_requirement', type: 'jsonb' })
  feedbackRequirement!: FeedbackRequirement;

  @Column({ name: 'feedback_due_on', type: 'date', nullable: true })
  feedbackDueOn!: LocalDate | null;

  @Column({ name: 'rule_facts', type: 'jsonb' })
  ruleFacts!: RuleFacts;

  @Column({ name: 'audience', type: 'jsonb' })
  audience!: Audience;

  /** Set at numbering, when the distribution is fixed. */
  @Column({ name: 'distribution_digest', type: 'text', nullable: true })
  distributionDigest!: string | null;

  @Column({ name: 'character_count', type: 'int' })
  characterCount!: number;

  @Column({ name: 'text_digest', type: 'text' })
  textDigest!: string;

  @Column({ name: 'text_frozen_at', type: 'timestamptz', precision: 3, nullable: true })
  textFrozenAt!: Date | null;

  @Column({ name: 'number_year', type: 'int', nullable: true })
  numberYear!: number | null;

  @Column({ name: 'number_sequence', type: 'int', nullable: true })
  numberSequence!: number | null;

  @Column({ name: 'document_number', type: 'text', nullable: true })
  documentNumber!: string | null;

  @Column({ name: 'state', type: 'text' })
  state!: DocumentState;

  @Column({ name: 'drafter_account_id', type: 'uuid' })
  drafterAccountId!: Id;

  @Column({ name: 'drafter_post_id', type: 'uuid' })
  drafterPostId!: Id;

  @Column({ name: 'drafter_name', type: 'text' })
  drafterName!: string;

  @Column({ name: 'drafted_at', type: 'timestamptz', precision: 3 })
  draftedAt!: Date;

  /** Set when a recheck sends the paper back to its signer: nobody else may sign it then. */
  @Column({ name: 'original_signer_account_id', type: 'uuid', nullable: true })
  originalSignerAccountId!: Id | null;

  @Column({ name: 'approver_account_id', type: 'uuid', nullable: true })
  approverAccountId!: Id | null;

  @Column({ name: 'approver_name', type: 'text', nullable: true })
  approverName!: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', precision: 3, nullable: true })
  approvedAt!: Date | null;

  @Column({ name: 'signed_by_main_leader', type: 'boolean', nullable: true })
  signedByMainLeader!: boolean | null;

  @Column({ name: 'pledged_by_account_id', type: 'uuid', nullable: true })
  pledgedByAccountId!: Id | null;

  @Column({ name: 'pledged_at', type: 'timestamptz', precision: 3, nullable: true })
  pledgedAt!: Date | null;

  @Column({ name: 'secrecy_reviewed_by_account_id', type: 'uuid', nullable: true })
  secrecyReviewedByAccountId!: Id | null;

  @Column({ name: 'secrecy_reviewed_at', type: 'timestamptz', precision: 3, nullable: true })
  secrecyReviewedAt!: Date | null;

  @Column({ name: 'issued_at', type: 'timestamptz', precision: 3, nullable: true })
  issuedAt!: Date | null;

  @Column({ name: 'archived_at', type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  /** 档号. */
  @Column({ name: 'archive_number', type: 'text', nullable: true })
  archiveNumber!: string | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'abolished_on', type: 'date', nullable: true })
  abolishedOn!: LocalDate | null;

  @Column({ name: 'ending_basis', type: 'jsonb', nullable: true })
  endingBasis!: EndingBasis | null;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
