import { pageRequest } from '@hub/core';
import { type Connection, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { readOwnSignIns, readSignIns } from '../usecases/read-sign-ins';
import { Account } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { findAccount } from './loaders';
import { SignInFilterInput, SignInRecord, SignInRecordConnection, toSignInRecord } from './sign-in-log.type';

@Resolver(() => SignInRecord)
export class SignInLogResolver {
  @Query(() => SignInRecordConnection, { description: '登录日志（审计管理员）。错误：ROLE_NOT_ALLOWED。' })
  async signIns(
    @Arg('filter', () => SignInFilterInput, { nullable: true }) filter: SignInFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<SignInRecord>> {
    return toConnection(await readSignIns(ctx, filter ?? {}, pageRequest(page)), toSignInRecord);
  }

  @Query(() => SignInRecordConnection, { description: '本人的登录日志。' })
  async mySignIns(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<SignInRecord>> {
    return toConnection(await readOwnSignIns(ctx, pageRequest(page)), toSignInRecord);
  }

  @FieldResolver(() => Account, { nullable: true, description: '账号；不可见为 null。' })
  account(@Root() { accountId }: SignInRecord, @Ctx() ctx: OrganizationHubContext): Promise<Account | null> {
    return findAccount(ctx, accountId);
  }
}
