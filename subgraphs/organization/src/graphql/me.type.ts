import type { Id } from '@hub/core';
import { Field, ID, ObjectType } from 'type-graphql';

import { Delegation } from './delegation.type';
import { Post } from './post.type';

@ObjectType({ description: '当前登录人：姓名、当前岗位和可切换的岗位。' })
export class Me {
  @Field(() => ID, { description: '账号标识。' })
  accountId!: Id;

  @Field(() => String, { description: '姓名；受委托办理时并列委托人，例如“李四（受张三委托）”。' })
  displayName!: string;

  @Field(() => ID, { description: '当前岗位标识。' })
  actingPostId!: Id;

  @Field(() => ID, { nullable: true, description: '当前岗位系受委托办理的，为该委托的标识；本人岗位为 null。' })
  actingDelegationId!: Id | null;

  @Field(() => [Delegation], { description: '今日可以受委托身份办理的岗位，用 switchPost 以其 postId 切换。' })
  delegatedPosts!: Delegation[];

  @Field(() => [Post], { description: '今日在任的全部岗位，可用 switchPost 切换。' })
  posts!: Post[];
}
