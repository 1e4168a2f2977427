import type { Id } from '@hub/core';
import { Column, PrimaryColumn } from 'typeorm';

import type { StoredFile } from './stored-file';

/** 附件: what is known about a file, whatever it belongs to; its bytes are in the store of the gateway. */
export abstract class AttachmentColumns implements StoredFile {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'attachment_id', type: 'uuid' })
  attachmentId!: Id;

  @Column({ name: 'ordinal', type: 'int' })
  ordinal!: number;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ name: 'byte_size', type: 'bigint', transformer: { to: (value) => value, from: Number } })
  byteSize!: number;

  @Column({ name: 'content_digest', type: 'text' })
  contentDigest!: string;

  @Column({ name: 'storage_key', type: 'text' })
  storageKey!: string;

  @Column({ name: 'uploaded_by_account_id', type: 'uuid' })
  uploadedByAccountId!: Id;

  @Column({ name: 'uploaded_by_name', type: 'text' })
  uploadedByName!: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', precision: 3 })
  uploadedAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', precision: 3, nullable: true })
  removedAt!: Date | null;

  @Column({ name: 'removed_by_account_id', type: 'uuid', nullable: true })
  removedByAccountId!: Id | null;
}
