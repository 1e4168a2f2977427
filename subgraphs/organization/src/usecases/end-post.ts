import { type Id, type LocalDate, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { accountPolicy } from '../domain/account.policy';
import { endsAtOnce } from '../domain/post';
import type { OrganizationContext } from './context';

export interface EndPostInput {
  readonly postId: Id;
  /** Last day on which the post is held; today or before ends it, and every session acting under it, at once. */
  readonly lastDay: LocalDate;
  readonly expectedVersion: number;
}

export function endPost(ctx: OrganizationContext, input: EndPostInput): Promise<{ postId: Id }> {
  const actor = requirePerson(ctx);
  accountPolicy.assertMay(actor, 'endPost', { committeeId: actor.committeeId });
  return ctx.command('endPost', input, async (tx) => {
    const { postId, lastDay } = input;
    const posts = new PostRepository(tx);
    const post = await posts.lock(postId);
    if (!post) throw accountError('POST_NOT_FOUND');
    assertVersion(post.version, input.expectedVersion);
    if (post.endedAt !== null) throw accountError('POST_ENDED');
    if (postId === actor.postId) throw accountError('ACCOUNT_IS_OWN');
    const atOnce = endsAtOnce(post, lastDay, localDate(tx.now));
    await posts.update(postId, { heldTo: lastDay, endedAt: atOnce ? tx.now : null, version: post.version + 1 });
    if (atOnce) await new SessionRepository(tx).revokeActingUnder([postId]);
    tx.audit({
      action: 'endPost',
      objectType: 'post',
      objectId: postId,
      before: { heldTo: post.heldTo },
      after: { heldTo: lastDay, atOnce },
    });
    return { postId };
  });
}
