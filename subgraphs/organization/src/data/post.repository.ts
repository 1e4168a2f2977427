import type { Id, Role } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';

import { PostEntity } from './post.entity';

export class PostRepository {
  constructor(private readonly tx: Transaction) {}

  /** Posts the account holds on that day, the longest held first. */
  heldOn(accountId: Id, date: string): Promise<PostEntity[]> {
    const held = { committeeId: this.tx.committeeId, accountId, heldFrom: LessThanOrEqual(date), endedAt: IsNull() };
    return this.tx.manager.find(PostEntity, {
      where: [
        { ...held, heldTo: IsNull() },
        { ...held, heldTo: MoreThanOrEqual(date) },
      ],
      order: { heldFrom: 'ASC', postId: 'ASC' },
    });
  }

  findAll(postIds: readonly Id[]): Promise<PostEntity[]> {
    return this.tx.manager.findBy(PostEntity, { committeeId: this.tx.committeeId, postId: In([...postIds]) });
  }

  lock(postId: Id): Promise<PostEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(PostEntity, {
      where: { committeeId, postId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async roleOf(postId: Id): Promise<Role> {
    const { committeeId } = this.tx;
    return (await this.tx.manager.findOneByOrFail(PostEntity, { committeeId, postId })).role;
  }

  async insert(post: PostEntity): Promise<void> {
    await this.tx.manager.insert(PostEntity, post);
  }

  async update(postId: Id, change: Partial<PostEntity>): Promise<void> {
    await this.tx.manager.update(PostEntity, { committeeId: this.tx.committeeId, postId }, change);
  }

  /** Ends every post of an account at once, those to come as well; answers what they were. */
  async endAllOf(accountId: Id, today: string): Promise<{ readonly postId: Id; readonly role: Role }[]> {
    return this.tx.query<{ postId: Id; role: Role }>(
      `update organization.post
       set held_to = greatest(held_from, least(held_to, $3::date)), ended_at = $4, version = version + 1
       where committee_id = $1 and account_id = $2 and ended_at is null and (held_to is null or held_to >= $3)
       returning post_id as "postId", role`,
      [this.tx.committeeId, accountId, today, this.tx.now],
    );
  }

  /** Ends every post held in an organisation that is no more; answers their ids. */
  async endAllIn(organizationId: Id, lastDay: string): Promise<Id[]> {
    const rows = await this.tx.query<{ post_id: Id }>(
      `with ended as (
         update organization.post
         set held_to = greatest(held_from, $3::date), ended_at = $4, version = version + 1
         where committee_id = $1 and organization_id = $2 and ended_at is null and (held_to is null or held_to > $3)
         returning post_id
       )
       select post_id from ended order by post_id`,
      [this.tx.committeeId, organizationId, lastDay, this.tx.now],
    );
    return rows.map((row) => row.post_id);
  }
}
