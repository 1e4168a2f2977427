import { type Id, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { PostRepository } from '../data/post.repository';
import { StandingPostRepository } from '../data/standing-post.repository';
import { accountError } from '../domain/account.errors';
import { noticeError } from '../domain/notice.errors';
import { noticePolicy } from '../domain/notice.policy';
import type { Standing } from '../domain/notice-addressee';
import { isHeld } from '../domain/post';
import type { OrganizationContext } from './context';

export interface DesignateStandingInput {
  readonly standing: Standing;
  readonly postId: Id;
  readonly expectedVersion: number;
}

/** Records which leader's post is that of the 书记, or of the 专职副书记. Whoever follows him is designated anew. */
export async function designateStanding(ctx: OrganizationContext, input: DesignateStandingInput): Promise<void> {
  const actor = requirePerson(ctx);
  noticePolicy.assertMay(actor, 'designateStanding', actor);
  await ctx.command('designateStanding', { ...input }, async (tx) => {
    const { standing, postId } = input;
    const standings = new StandingPostRepository(tx);
    const present = await standings.lock(standing);
    const version = present?.version ?? 0;
    assertVersion(version, input.expectedVersion);
    const post = await new PostRepository(tx).lock(postId);
    if (!post) throw accountError('POST_NOT_FOUND');
    if (post.role !== 'COMMITTEE_LEADER' || !isHeld(post, localDate(tx.now)))
      throw noticeError('STANDING_POST_INVALID');
    await standings.save(standing, postId, version + 1);
    tx.audit({
      action: 'designateStanding',
      objectType: 'post',
      objectId: postId,
      before: { standing, postId: present?.postId ?? null },
      after: { standing, postId },
    });
    return null;
  });
}
