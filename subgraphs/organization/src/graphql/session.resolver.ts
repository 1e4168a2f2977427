import { type Id, isPerson, pageRequest } from '@hub/core';
import { type Connection, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { revokeSessions } from '../usecases/guard-account';
import { readOwnSessions, readSessions } from '../usecases/read-sessions';
import { revokeOtherSessions, revokeSession } from '../usecases/revoke-session';
import { AccountInput } from './account.input';
import { Account } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { findPost, showAccount } from './loaders';
import { Post } from './post.type';
import { Session, SessionConnection, toSession } from './session.type';

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => SessionConnection, { description: '本人的会话。' })
  async mySessions(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Session>> {
    return toConnection(await readOwnSessions(ctx, pageRequest(page)), toSession);
  }

  @Query(() => SessionConnection, { description: '某账号的会话（安全管理员）。错误：ROLE_NOT_ALLOWED。' })
  async sessions(
    @Arg('accountId', () => ID) accountId: Id,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Session>> {
    return toConnection(await readSessions(ctx, accountId, pageRequest(page)), toSession);
  }

  @Mutation(() => ID, { description: '终止本人的一个会话。错误：SESSION_NOT_FOUND。' })
  async revokeSession(@Arg('sessionId', () => ID) sessionId: Id, @Ctx() ctx: OrganizationHubContext): Promise<Id> {
    return (await revokeSession(ctx, sessionId)).sessionId;
  }

  @Mutation(() => Int, { description: '终止本人除当前会话外的全部会话，返回终止的个数。' })
  revokeOtherSessions(@Ctx() ctx: OrganizationHubContext): Promise<number> {
    return revokeOtherSessions(ctx);
  }

  @Mutation(() => Account, {
    description:
      '终止某账号的全部会话（安全管理员）。错误：ROLE_NOT_ALLOWED、ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_IS_OWN。',
  })
  async revokeSessions(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await revokeSessions(ctx, input)).accountId);
  }

  @FieldResolver(() => Boolean, { description: '是否当前会话。' })
  isCurrent(@Root() { id }: Session, @Ctx() { actor }: OrganizationHubContext): boolean {
    return actor !== null && isPerson(actor) && actor.sessionId === id;
  }

  @FieldResolver(() => Post, { nullable: true, description: '最近所用岗位；不可见为 null。' })
  actingPost(@Root() { actingPostId }: Session, @Ctx() ctx: OrganizationHubContext): Promise<Post | null> {
    return findPost(ctx, actingPostId);
  }
}
