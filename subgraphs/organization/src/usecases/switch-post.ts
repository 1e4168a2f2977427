import { type Id, localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

/** Makes the session act under another post of the same person. As the system: the other post may be in another unit. */
export async function switchPost(ctx: OrganizationContext, postId: Id): Promise<{ postId: Id }> {
  const { accountId, committeeId, postId: before, sessionId } = requirePerson(ctx);
  return ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const held = await new PostRepository(tx).heldOn(accountId, localDate(tx.now));
    if (!held.some((post) => post.postId === postId)) throw accountError('POST_NOT_HELD');
    await new SessionRepository(tx).actUnder(sessionId, postId);
    tx.audit({
      action: 'switchPost',
      objectType: 'account',
      objectId: accountId,
      before: { postId: before },
      after: { postId },
    });
    return { postId };
  });
}
