import { pageRequest } from '@hub/core';
import { type Connection, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { readAccounts } from '../usecases/read-accounts';
import { Account, AccountConnection, toAccount } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { findAccount, findOrganization, postsOfAccountLoader, sectionLoader } from './loaders';
import { Organization } from './organization.type';
import { Section, toSection } from './organization-parts.type';
import { Post, toPost } from './post.type';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, {
    description: '账号列表（系统、安全、审计管理员）；search 为登录名或姓名的一部分。错误：ROLE_NOT_ALLOWED。',
  })
  async accounts(
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Account>> {
    return toConnection(await readAccounts(ctx, search ?? null, pageRequest(page)), toAccount);
  }

  @FieldResolver(() => [Post], { description: '现任和曾任岗位；只列出本岗位可见的。' })
  async posts(@Root() { id }: Account, @Ctx() ctx: OrganizationHubContext): Promise<Post[]> {
    return ((await postsOfAccountLoader.load(ctx, id)) ?? []).map(toPost);
  }
}

@Resolver(() => Post)
export class PostResolver {
  @FieldResolver(() => Organization, { nullable: true, description: '任职的党组织；不可见为 null。' })
  organization(@Root() { organizationId }: Post, @Ctx() ctx: OrganizationHubContext): Promise<Organization | null> {
    return findOrganization(ctx, organizationId);
  }

  @FieldResolver(() => Section, { nullable: true, description: '所在部室；不在部室或不可见为 null。' })
  async section(@Root() { sectionId }: Post, @Ctx() ctx: OrganizationHubContext): Promise<Section | null> {
    const row = sectionId === null ? null : await sectionLoader.load(ctx, sectionId);
    return row && toSection(row);
  }

  @FieldResolver(() => Account, { nullable: true, description: '任职人的账号；单位岗位只可见本人。' })
  account(@Root() { accountId }: Post, @Ctx() ctx: OrganizationHubContext): Promise<Account | null> {
    return findAccount(ctx, accountId);
  }
}
