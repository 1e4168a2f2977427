import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { SessionEndReason } from '../domain/session';

/** 会话: one sign-in. Tokens carry its id only, so that ending it acts at once. */
@Entity({ name: 'session', schema: 'organization' })
export class SessionEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId!: Id;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: Id;

  @Column({ name: 'acting_post_id', type: 'uuid' })
  actingPostId!: Id;

  /** Set while the acting post is another person's. */
  @Column({ name: 'acting_delegation_id', type: 'uuid', nullable: true })
  actingDelegationId!: Id | null;

  /** Of the secret that all refresh tokens of the session share; null in sessions of before. */
  @Column({ name: 'family_digest', type: 'bytea', nullable: true })
  familyDigest!: Buffer | null;

  /** Of the secret of the newest refresh token. */
  @Column({ name: 'refresh_digest', type: 'bytea' })
  refreshDigest!: Buffer;

  /** Whether it was opened with a second factor. */
  @Column({ name: 'second_factor', type: 'boolean' })
  secondFactor!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', precision: 3 })
  lastUsedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: SessionEndReason | null;
}
