import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import type { EntityTarget, FindOneOptions, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';

import { attachmentError } from '../attachment.errors';
import type { AttachmentColumns } from './attachment.columns';
import type { StoredFile } from './stored-file';

/** The columns by which a subgraph says what a file belongs to. */
type Owner<E extends AttachmentColumns> = Omit<E, keyof AttachmentColumns>;

/** The records of files that one subgraph keeps, in an entity of its own. */
export abstract class AttachmentRepository<E extends AttachmentColumns> {
  constructor(
    protected readonly tx: Transaction,
    private readonly entity: EntityTarget<E>,
  ) {}

  /** Files keep the order in which they came, removed ones included. What they belong to is under lock. */
  protected abstract lastOrdinal(owner: Owner<E>): Promise<number>;

  /** Throws ATTACHMENT_NOT_FOUND. */
  get(attachmentId: Id): Promise<E> {
    return this.#find(attachmentId, {});
  }

  /** The same under lock. */
  lock(attachmentId: Id): Promise<E> {
    return this.#find(attachmentId, { lock: { mode: 'pessimistic_write' } });
  }

  async add(attachmentId: Id, owner: Owner<E>, file: StoredFile, person: PersonActor): Promise<void> {
    const { byteSize, contentDigest, fileName, mediaType, storageKey } = file;
    const row = {
      ...owner,
      committeeId: this.tx.committeeId,
      attachmentId,
      ordinal: (await this.lastOrdinal(owner)) + 1,
      fileName,
      mediaType,
      byteSize,
      contentDigest,
      storageKey,
      uploadedByAccountId: person.accountId,
      uploadedByName: person.displayName,
      uploadedAt: this.tx.now,
      removedAt: null,
      removedByAccountId: null,
    };
    await this.tx.manager.insert(this.entity, row as QueryDeepPartialEntity<E>);
  }

  async remove(attachmentId: Id, removedByAccountId: Id): Promise<void> {
    const { committeeId, now: removedAt } = this.tx;
    const entity = this.entity as EntityTarget<AttachmentColumns>;
    await this.tx.manager.update(entity, { committeeId, attachmentId }, { removedAt, removedByAccountId });
  }

  async #find(attachmentId: Id, options: FindOneOptions<E>): Promise<E> {
    const where = { committeeId: this.tx.committeeId, attachmentId } as FindOptionsWhere<E>;
    const attachment = await this.tx.manager.findOne(this.entity, { ...options, where });
    if (attachment === null || attachment.removedAt !== null) throw attachmentError('ATTACHMENT_NOT_FOUND');
    return attachment;
  }
}
