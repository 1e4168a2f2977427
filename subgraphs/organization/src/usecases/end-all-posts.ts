import { type Id, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { AccountRepository } from '../data/account.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { accountError } from '../domain/account.errors';
import { accountPolicy, postVerbs } from '../domain/account.policy';
import type { AccountInput } from './change-account';
import type { OrganizationContext } from './context';
import { endDelegationsOfAccount } from './end-delegations';

/** 离任、调离: whoever leaves holds no post from this moment on, neither a lent one, and is signed in nowhere. */
export function endAllPosts(ctx: OrganizationContext, input: AccountInput): Promise<{ accountId: Id }> {
  const actor = requirePerson(ctx);
  const target = { committeeId: actor.committeeId };
  if (!accountPolicy.may(actor, 'endWatcherPost', target)) accountPolicy.assertMay(actor, 'endPost', target);
  return ctx.command('endAllPosts', input, async (tx) => {
    const { accountId, expectedVersion } = input;
    const accounts = new AccountRepository(tx);
    const account = await accounts.lock(accountId);
    if (!account) throw accountError('ACCOUNT_NOT_FOUND');
    if (accountId === actor.accountId) throw accountError('ACCOUNT_IS_OWN');
    assertVersion(account.version, expectedVersion);
    const ended = await new PostRepository(tx).endAllOf(accountId, localDate(tx.now));
    if (ended.length === 0) throw accountError('POST_ENDED');
    for (const { role } of ended) accountPolicy.assertMay(actor, postVerbs(role).end, target);
    await endDelegationsOfAccount(tx, accountId, actor);
    await new SessionRepository(tx).revokeOf(accountId, 'POST_ENDED');
    await accounts.update(accountId, { version: account.version + 1 });
    const postIds = ended.map(({ postId }) => postId);
    tx.audit({ action: 'endAllPosts', objectType: 'account', objectId: accountId, after: { postIds } });
    return { accountId };
  });
}
