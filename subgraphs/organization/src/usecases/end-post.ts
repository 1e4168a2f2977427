import { type Id, type LocalDate, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { accountPolicy, postVerbs } from '../domain/account.policy';
import { endsAtOnce } from '../domain/post';
import type { OrganizationContext } from './context';
import { endDelegationsOfPosts } from './end-delegations';

export interface EndPostInput {
  readonly postId: Id;
  /** Last day on which the post is held; today or before ends it, and every session acting under it, at once. */
  readonly lastDay: LocalDate;
  readonly expectedVersion: number;
}

export function endPost(ctx: OrganizationContext, input: EndPostInput): Promise<{ postId: Id }> {
  const actor = requirePerson(ctx);
  const target = { committeeId: actor.committeeId };
  // Which of the two it is, the post says; who keeps no posts at all is not told whether there is one.
  if (!accountPolicy.may(actor, 'endWatcherPost', target)) accountPolicy.assertMay(actor, 'endPost', target);
  return ctx.command('endPost', input, async (tx) => {
    const { postId, lastDay } = input;
    const posts = new PostRepository(tx);
    const post = await posts.lock(postId);
    if (!post) throw accountError('POST_NOT_FOUND');
    accountPolicy.assertMay(actor, postVerbs(post.role).end, target);
    assertVersion(post.version, input.expectedVersion);
    if (post.endedAt !== null) throw accountError('POST_ENDED');
    if (post.accountId === actor.accountId) throw accountError('ACCOUNT_IS_OWN');
    const atOnce = endsAtOnce(post, lastDay, localDate(tx.now));
    await posts.update(postId, { heldTo: lastDay, endedAt: atOnce ? tx.now : null, version: post.version + 1 });
    if (atOnce) {
      await endDelegationsOfPosts(tx, [postId], actor);
      await new SessionRepository(tx).revokeActingUnder([postId]);
    }
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
