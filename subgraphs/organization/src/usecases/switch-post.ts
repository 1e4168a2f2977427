import { type Id, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { delegationsTo } from '../data/delegation.read-model';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { needsSecondFactor } from '../domain/second-factor';
import type { OrganizationContext } from './context';
import { signInActor } from './system-actors';

/**
 * Makes the session act under another post: one of the person's own, or one that was lent. As the system: the other post
 * may be in another unit. A post names one of them at most, since nobody lends to himself and no two loans of it overlap.
 */
export async function switchPost(ctx: OrganizationContext, postId: Id): Promise<{ postId: Id }> {
  const { accountId, committeeId, delegation, postId: before, sessionId } = requirePerson(ctx);
  return ctx.as(signInActor(committeeId)).transaction(async (tx) => {
    const delegationId = await delegationFor(tx, accountId, postId);
    const role = await new PostRepository(tx).roleOf(postId);
    const sessions = new SessionRepository(tx);
    if (needsSecondFactor(role, ctx.deps.secondFactor) && !(await sessions.lock(sessionId))?.secondFactor) {
      throw accountError('SECOND_FACTOR_MISSING');
    }
    await sessions.actUnder(sessionId, postId, delegationId);
    tx.audit({
      action: 'switchPost',
      objectType: 'signIn',
      objectId: accountId,
      before: { postId: before, delegationId: delegation?.delegationId ?? null },
      after: { postId, delegationId },
    });
    return { postId };
  });
}

/** Null under a post of one's own. */
async function delegationFor(tx: Transaction, accountId: Id, postId: Id): Promise<Id | null> {
  const today = localDate(tx.now);
  const held = await new PostRepository(tx).heldOn(accountId, today);
  if (held.some((post) => post.postId === postId)) return null;
  const lent = (await delegationsTo(tx, accountId, today)).find((each) => each.postId === postId);
  if (!lent) throw accountError('POST_NOT_HELD');
  return lent.delegationId;
}
