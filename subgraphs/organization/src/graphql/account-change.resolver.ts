import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { assignPost } from '../usecases/assign-post';
import { createAccount } from '../usecases/create-account';
import { disableAccount, enableAccount } from '../usecases/disable-account';
import { endAllPosts } from '../usecases/end-all-posts';
import { endPost } from '../usecases/end-post';
import { resetPassword } from '../usecases/reset-password';
import { AccountInput, AssignPostInput, CreateAccountInput, EndPostInput, ResetPasswordInput } from './account.input';
import { Account } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { showAccount, showPost } from './loaders';
import { Post } from './post.type';

/** Accounts and posts, kept by the committee. */
@Resolver()
export class AccountChangeResolver {
  @Mutation(() => Account, {
    description:
      '新建账号。错误：LOGIN_NAME_INVALID、LOGIN_NAME_TAKEN、DISPLAY_NAME_INVALID、PASSWORD_WEAK、PASSWORD_IS_NAME、PASSWORD_COMMON。',
  })
  async createAccount(
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await createAccount(ctx, input)).accountId);
  }

  @Mutation(() => Account, {
    description:
      '重置密码（系统管理员）：解除锁定，已有会话立即终止；下次登录必须设置新密码。错误：ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_IS_OWN、PASSWORD_WEAK、PASSWORD_IS_NAME、PASSWORD_COMMON。',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await resetPassword(ctx, input)).accountId);
  }

  @Mutation(() => Account, {
    description:
      '停用账号（系统管理员、安全管理员）：会话立即终止。错误：ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_STATUS、ACCOUNT_IS_OWN。',
  })
  async disableAccount(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await disableAccount(ctx, input)).accountId);
  }

  @Mutation(() => Account, {
    description: '恢复账号（安全管理员）。错误：ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_STATUS。',
  })
  async enableAccount(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await enableAccount(ctx, input)).accountId);
  }

  @Mutation(() => Post, {
    description:
      '任职：为账号设岗位。业务岗位和安全管理员由系统管理员设置；系统管理员、审计管理员、巡察审计由安全管理员设置；一个账号只任一类，任何人不能为自己设岗（GB/T 22239 8.1.4 三员分立）。错误：ACCOUNT_NOT_FOUND、ACCOUNT_STATUS、ORGANIZATION_NOT_FOUND、SECTION_NOT_FOUND、POST_ROLE_MISPLACED、POST_TITLE_INVALID、DUTY_MIXED、ACCOUNT_IS_OWN。',
  })
  async assignPost(
    @Arg('input', () => AssignPostInput) input: AssignPostInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Post> {
    return showPost(ctx, (await assignPost(ctx, input)).postId);
  }

  @Mutation(() => Account, {
    description:
      '离任、调离：终止该账号的全部岗位和委托，会话立即终止；账号仍在，可再任职。错误：ROLE_NOT_ALLOWED、ACCOUNT_NOT_FOUND、STALE_VERSION、POST_ENDED、ACCOUNT_IS_OWN。',
  })
  async endAllPosts(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await endAllPosts(ctx, input)).accountId);
  }

  @Mutation(() => Post, {
    description:
      '免职：截止日期为今日或更早的，以该岗位登录的会话立即终止。错误：POST_NOT_FOUND、STALE_VERSION、POST_END_DATE、POST_ENDED、ACCOUNT_IS_OWN。',
  })
  async endPost(
    @Arg('input', () => EndPostInput) input: EndPostInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Post> {
    return showPost(ctx, (await endPost(ctx, input)).postId);
  }
}
