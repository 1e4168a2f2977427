import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';

import { PostEntity } from './post.entity';

export class PostRepository {
  constructor(private readonly tx: Transaction) {}

  /** Posts the account holds on that day, the longest held first. */
  heldOn(accountId: Id, date: string): Promise<PostEntity[]> {
    const held = { committeeId: this.tx.committeeId, accountId, heldFrom: LessThanOrEqual(date) };
    return this.tx.manager.find(PostEntity, {
      where: [
        { ...held, heldTo: IsNull() },
        { ...held, heldTo: MoreThanOrEqual(date) },
      ],
      order: { heldFrom: 'ASC', postId: 'ASC' },
    });
  }

  lock(postId: Id): Promise<PostEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(PostEntity, {
      where: { committeeId, postId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(post: PostEntity): Promise<void> {
    await this.tx.manager.insert(PostEntity, post);
  }

  async update(postId: Id, change: Partial<PostEntity>): Promise<void> {
    await this.tx.manager.update(PostEntity, { committeeId: this.tx.committeeId, postId }, change);
  }
}
