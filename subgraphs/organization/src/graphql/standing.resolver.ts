import type { Id } from '@hub/core';
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';

import type { Standing } from '../domain/notice-addressee';
import { designateStanding } from '../usecases/designate-standing';
import { readStandings, type StandingInUse } from '../usecases/read-standings';
import type { OrganizationHubContext } from './hub-context';
import { findPost } from './loaders';
import { StandingEnum } from './notice.enum';
import { DesignateStandingInput } from './notice.input';
import { Post } from './post.type';

@ObjectType({ description: '书记、专职副书记各由哪个岗位担任：送其本人的催办据此送达。' })
export class StandingPost implements StandingInUse {
  @Field(() => StandingEnum, { description: '任职。' })
  standing!: Standing;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交；未指定过为 0。' })
  version!: number;

  readonly postId!: Id | null;
}

/** Who among the leaders of the committee is meant by 书记 and 专职副书记. */
@Resolver(() => StandingPost)
export class StandingResolver {
  @Query(() => [StandingPost], { description: '书记、专职副书记的岗位。错误：ROLE_NOT_ALLOWED。' })
  standingPosts(@Ctx() ctx: OrganizationHubContext): Promise<StandingPost[]> {
    return readStandings(ctx);
  }

  @Mutation(() => [StandingPost], {
    description:
      '指定书记或专职副书记的岗位（系统管理员），返回全部任职。错误：ROLE_NOT_ALLOWED、STALE_VERSION、POST_NOT_FOUND、STANDING_POST_INVALID。',
  })
  async designateStanding(
    @Arg('input', () => DesignateStandingInput) input: DesignateStandingInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<StandingPost[]> {
    await designateStanding(ctx, input);
    return readStandings(ctx);
  }

  @FieldResolver(() => Post, { nullable: true, description: '担任的岗位；未指定为 null，此时工委全体领导均可收到。' })
  async post(@Root() { postId }: StandingPost, @Ctx() ctx: OrganizationHubContext): Promise<Post | null> {
    return postId === null ? null : findPost(ctx, postId);
  }
}
