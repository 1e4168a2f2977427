import type { Id } from '@hub/core';
import { Field, ID, ObjectType } from 'type-graphql';

import { Post } from './post.type';

@ObjectType({ description: '当前登录人：姓名、当前岗位和可切换的岗位。' })
export class Me {
  @Field(() => ID, { description: '账号标识。' })
  accountId!: Id;

  @Field(() => String, { description: '姓名。' })
  displayName!: string;

  @Field(() => ID, { description: '当前岗位标识。' })
  actingPostId!: Id;

  @Field(() => [Post], { description: '今日在任的全部岗位，可用 switchPost 切换。' })
  posts!: Post[];
}
