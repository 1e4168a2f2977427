import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { readTold } from '../usecases/read-told';
import { Account } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { findAccount } from './loaders';
import { ToldNotice } from './told.type';

@Resolver(() => ToldNotice)
export class ToldResolver {
  @Directive('@listSize(assumedSize: 50)')
  @Query(() => [ToldNotice], {
    description:
      '就一件事告知过哪些人、何时、经何渠道，先后为序，至多最近 500 条；不含内容与地址（工委领导、核稿、登记）。错误：ROLE_NOT_ALLOWED。',
  })
  async noticesAbout(
    @Arg('type', () => String, { description: '事项在图中的类型，例如 Receipt。' }) type: string,
    @Arg('id', () => ID, { description: '事项在图中的标识。' }) id: string,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<readonly ToldNotice[]> {
    return readTold(ctx, type, id);
  }

  @FieldResolver(() => Account, { nullable: true, description: '被告知的账号；不可见为 null。' })
  account(@Root() { accountId }: ToldNotice, @Ctx() ctx: OrganizationHubContext): Promise<Account | null> {
    return findAccount(ctx, accountId);
  }
}
