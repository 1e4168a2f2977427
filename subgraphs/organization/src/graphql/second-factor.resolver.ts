import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';

import { confirmSecondFactor, enrolSecondFactor } from '../usecases/enrol-second-factor';
import { resetSecondFactor, unlockAccount } from '../usecases/guard-account';
import { readOwnSecondFactor } from '../usecases/read-second-factor';
import { AccountInput } from './account.input';
import { Account } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { showAccount } from './loaders';
import {
  ConfirmSecondFactorInput,
  EnrolSecondFactorInput,
  OwnSecondFactor,
  SecondFactorConfirmation,
  SecondFactorEnrolment,
} from './second-factor.type';

const DOOR = 'LOGIN_FAILED、ACCOUNT_LOCKED、ACCOUNT_DISABLED、SECOND_FACTOR_WRONG';

/** 动态码: enrolled at the door by everybody, reset by the 安全管理员. */
@Resolver()
export class SecondFactorResolver {
  @Query(() => OwnSecondFactor, { description: '本人的动态码。' })
  mySecondFactor(@Ctx() ctx: OrganizationHubContext): Promise<OwnSecondFactor> {
    return readOwnSecondFactor(ctx);
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => SecondFactorEnrolment, {
    description: `登记身份验证器（无须先登录）：人人可用，三员与党费管理员必须启用（GB/T 22239 8.1.4.1）。错误：${DOOR}、SECOND_FACTOR_REQUIRED。`,
  })
  enrolSecondFactor(
    @Arg('input', () => EnrolSecondFactorInput) input: EnrolSecondFactorInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<SecondFactorEnrolment> {
    return enrolSecondFactor(ctx, input);
  }

  @Directive('@cost(weight: 100)')
  @Mutation(() => SecondFactorConfirmation, {
    description: `以首个动态码确认，即行启用；全部会话终止，须用动态码重新登录。错误：${DOOR}、SECOND_FACTOR_NOT_ENROLLED。`,
  })
  async confirmSecondFactor(
    @Arg('input', () => ConfirmSecondFactorInput) input: ConfirmSecondFactorInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<SecondFactorConfirmation> {
    const { recoveryCodes } = await confirmSecondFactor(ctx, input);
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Mutation(() => Account, {
    description:
      '重置动态码（安全管理员，不得为本人）：该账号须重新登记，会话立即终止。错误：ROLE_NOT_ALLOWED、ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_IS_OWN、SECOND_FACTOR_ABSENT。',
  })
  async resetSecondFactor(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await resetSecondFactor(ctx, input)).accountId);
  }

  @Mutation(() => Account, {
    description:
      '解除锁定（安全管理员，不得为本人）。错误：ROLE_NOT_ALLOWED、ACCOUNT_NOT_FOUND、STALE_VERSION、ACCOUNT_IS_OWN、ACCOUNT_NOT_LOCKED。',
  })
  async unlockAccount(
    @Arg('input', () => AccountInput) input: AccountInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Account> {
    return showAccount(ctx, (await unlockAccount(ctx, input)).accountId);
  }
}
