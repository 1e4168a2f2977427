import type { Id } from '@hub/core';
import { Column, Entity } from 'typeorm';

import type { Attendee, FeedbackKind, FeedbackState } from '../domain/feedback';
import { OfReceiptEntity } from './of-receipt.entity';

/** What a unit gave, by kind; fields of other kinds are empty. */
export interface FeedbackBody {
  readonly text: string;
  readonly attendees: readonly Attendee[];
  readonly values: Readonly<Record<string, string>>;
  readonly attachmentIds: readonly Id[];
  readonly stage: number;
}

/** 反馈: one submission. A returned one stays as it was; the next has the next ordinal. */
@Entity({ name: 'feedback', schema: 'dispatch' })
export class FeedbackEntity extends OfReceiptEntity {
  @Column({ name: 'kind', type: 'text' })
  kind!: FeedbackKind;

  @Column({ name: 'content', type: 'jsonb' })
  content!: FeedbackBody;

  @Column({ name: 'submitted_by_account_id', type: 'uuid' })
  submittedByAccountId!: Id;

  @Column({ name: 'submitted_by_post_id', type: 'uuid' })
  submittedByPostId!: Id;

  @Column({ name: 'submitted_by_name', type: 'text' })
  submittedByName!: string;

  @Column({ name: 'submitted_by_title', type: 'text' })
  submittedByTitle!: string;

  @Column({ name: 'submitted_at', type: 'timestamptz', precision: 3 })
  submittedAt!: Date;

  @Column({ name: 'state', type: 'text' })
  state!: FeedbackState;

  @Column({ name: 'decision_note', type: 'text', nullable: true })
  decisionNote!: string | null;

  @Column({ name: 'decided_by_account_id', type: 'uuid', nullable: true })
  decidedByAccountId!: Id | null;

  @Column({ name: 'decided_by_name', type: 'text', nullable: true })
  decidedByName!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;
}
