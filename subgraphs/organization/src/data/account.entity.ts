import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Duty } from '../domain/duty';

/** 账号: one person's way in. What the person may do hangs on the posts. */
@Entity({ name: 'account', schema: 'organization' })
export class AccountEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId!: Id;

  @Column({ name: 'login_name', type: 'text' })
  loginName!: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName!: string;

  /** Argon2id in its own text form; never leaves this subgraph. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'status', type: 'text' })
  status!: 'ACTIVE' | 'DISABLED';

  /** Taken with the first post, and kept: the posts refer to it. */
  @Column({ name: 'duty', type: 'text', nullable: true })
  duty!: Duty | null;

  @Column({ name: 'failed_attempts', type: 'int' })
  failedAttempts!: number;

  @Column({ name: 'locked_until', type: 'timestamptz', precision: 3, nullable: true })
  lockedUntil!: Date | null;

  /** Set while the password is one that an administrator gave: whoever signs in with it changes it. */
  @Column({ name: 'must_change_password', type: 'boolean' })
  mustChangePassword!: boolean;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
