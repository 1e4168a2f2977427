import { type Id, type LocalDate, localDate } from '@hub/core';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import { changePassword } from '../usecases/change-password';
import type { OrganizationContext } from '../usecases/context';
import type { SignedIn } from '../usecases/issue-tokens';
import { login } from '../usecases/login';
import { logout } from '../usecases/logout';
import { refreshSession } from '../usecases/refresh-session';
import { resolveSession } from '../usecases/resolve-session';
import { switchPost } from '../usecases/switch-post';
import { type WhoAmI, whoAmI } from '../usecases/who-am-i';
import { toDelegation } from './delegation.type';
import { Me } from './me.type';
import { toPost } from './post.type';
import { ChangePasswordInput, LoginInput, SignIn } from './sign-in.type';

function toMe({ actor, posts, delegations }: WhoAmI, today: LocalDate): Me {
  const { accountId, displayName, postId, delegation } = actor;
  return {
    accountId,
    displayName,
    actingPostId: postId,
    actingDelegationId: delegation?.delegationId ?? null,
    posts: posts.map(toPost),
    delegatedPosts: delegations.map((row) => toDelegation(row, today)),
  };
}

@Resolver()
export class SignInResolver {
  @Query(() => Me, { description: '当前登录人。错误：SIGN_IN_REQUIRED。' })
  async me(@Ctx() ctx: OrganizationContext): Promise<Me> {
    return toMe(await whoAmI(ctx), localDate(ctx.clock.now()));
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => SignIn, {
    description:
      '登录。错误：LOGIN_FAILED、ACCOUNT_LOCKED、ACCOUNT_DISABLED、NO_POST、SECOND_FACTOR_REQUIRED、SECOND_FACTOR_WRONG、SECOND_FACTOR_ENROL、PASSWORD_CHANGE_REQUIRED；填写新密码的另有 PASSWORD_WEAK、PASSWORD_IS_NAME、PASSWORD_COMMON、PASSWORD_USED_BEFORE。',
  })
  login(@Arg('input', () => LoginInput) input: LoginInput, @Ctx() ctx: OrganizationContext): Promise<SignedIn> {
    return login(ctx, input);
  }

  @Mutation(() => SignIn, {
    description: '以刷新令牌换取新令牌；旧令牌再次使用时，会话即告终止。错误：REFRESH_INVALID。',
  })
  refreshSession(
    @Arg('refreshToken', () => String) refreshToken: string,
    @Ctx() ctx: OrganizationContext,
  ): Promise<SignedIn> {
    return refreshSession(ctx, refreshToken);
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => Boolean, {
    description:
      '更换本人密码：其他会话立即终止（GB/T 22239 8.1.4.1）。错误：PASSWORD_WRONG、ACCOUNT_LOCKED、PASSWORD_WEAK、PASSWORD_IS_NAME、PASSWORD_COMMON、PASSWORD_USED_BEFORE。',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() ctx: OrganizationContext,
  ): Promise<boolean> {
    return changePassword(ctx, input);
  }

  @Mutation(() => Boolean, { description: '退出登录：会话立即终止。' })
  logout(@Ctx() ctx: OrganizationContext): Promise<boolean> {
    return logout(ctx);
  }

  @Mutation(() => Me, {
    description:
      '切换岗位：以后的操作以所选岗位（本人任职或受委托）的身份办理。错误：POST_NOT_HELD、SECOND_FACTOR_MISSING。',
  })
  async switchPost(@Arg('postId', () => ID) postId: Id, @Ctx() ctx: OrganizationContext): Promise<Me> {
    await switchPost(ctx, postId);
    return toMe(await whoAmI(ctx), localDate(ctx.clock.now()));
  }

  @Directive('@inaccessible')
  @Query(() => String, {
    nullable: true,
    description: '网关内部使用：会话当前身份（JSON）；会话已终止为 null。',
  })
  async sessionActor(@Arg('sessionKey', () => String) sessionKey: string, @Ctx() ctx: OrganizationContext) {
    const actor = await resolveSession(ctx, sessionKey);
    return actor && JSON.stringify(actor);
  }
}
