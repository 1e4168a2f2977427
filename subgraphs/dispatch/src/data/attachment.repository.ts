import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { recordError } from '../domain/record.errors';
import { AttachmentEntity } from './attachment.entity';

export class AttachmentRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws ATTACHMENT_NOT_FOUND. */
  async lock(attachmentId: Id): Promise<AttachmentEntity> {
    const { committeeId } = this.tx;
    const attachment = await this.tx.manager.findOne(AttachmentEntity, {
      where: { committeeId, attachmentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (attachment === null || attachment.removedAt !== null) throw recordError('ATTACHMENT_NOT_FOUND');
    return attachment;
  }

  /** Files keep the order in which they came, removed ones included. */
  async nextOrdinal(documentId: Id): Promise<number> {
    const [row] = await this.tx.query<{ last: number }>(
      `select coalesce(max(ordinal), 0) as last from dispatch.attachment
       where committee_id = $1 and document_id = $2`,
      [this.tx.committeeId, documentId],
    );
    return (row?.last ?? 0) + 1;
  }

  async insert(attachment: AttachmentEntity): Promise<void> {
    await this.tx.manager.insert(AttachmentEntity, attachment);
  }

  async remove(attachmentId: Id, removedByAccountId: Id): Promise<void> {
    const { committeeId, now: removedAt } = this.tx;
    await this.tx.manager.update(AttachmentEntity, { committeeId, attachmentId }, { removedAt, removedByAccountId });
  }
}
