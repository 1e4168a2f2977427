import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar, described, enumOf, IsId } from '@hub/graphql';
import { IsOptional } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

import type { SignInRow } from '../data/sign-in-log.read-model';
import { SIGN_IN_ACT_NAMES, type SignInAct, signInActOf } from '../domain/sign-in-log';

export const SignInActEnum = enumOf<SignInAct>(SIGN_IN_ACT_NAMES);

registerEnumType(SignInActEnum, {
  name: 'SignInAct',
  description: '登录日志的事项。',
  valuesConfig: described({
    LOGIN: '登录',
    LOGIN_FAILED: '登录被拒',
    LOGOUT: '退出',
    REFRESH_REUSED: '旧刷新令牌被再次使用，会话终止',
    SWITCH_POST: '切换岗位',
    REVOKE_SESSION: '本人终止一个会话',
    REVOKE_OTHER_SESSIONS: '本人终止其他会话',
  }),
});

@InputType({ description: '登录日志的筛选条件；未填的不限。' })
export class SignInFilterInput {
  @Field(() => ID, { nullable: true, description: '账号标识。' })
  @IsOptional()
  @IsId()
  accountId?: Id | null;

  @Field(() => [SignInActEnum], { nullable: true, description: '事项。' })
  acts?: SignInAct[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '自此时刻起（含）。' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '至此时刻止（不含）。' })
  until?: Date | null;
}

@ObjectType({ description: '登录日志的一条（GB/T 22239 8.1.4.3）。' })
export class SignInRecord {
  @Field(() => ID, { description: '记录标识。' })
  id!: Id;

  @Field(() => DateTimeScalar, { description: '时间。' })
  at!: Date;

  @Field(() => SignInActEnum, { description: '事项。' })
  act!: SignInAct;

  @Field(() => String, { nullable: true, description: '被拒的原因代码，例如 LOGIN_FAILED、SECOND_FACTOR_WRONG。' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: '会话标识。' })
  sessionId!: Id | null;

  @Field(() => ID, { nullable: true, description: '登录或切换到的岗位标识。' })
  postId!: Id | null;

  @Field(() => String, { nullable: true, description: '所用第二因素：CODE 动态码，RECOVERY_CODE 恢复码，NONE 未用。' })
  secondFactor!: string | null;

  accountId!: Id;
}

export function toSignInRecord({ id, at, accountId, action, after }: SignInRow): SignInRecord {
  const { reason = null, sessionId = null, postId = null, secondFactor = null } = after ?? {};
  return { id, at, accountId, act: signInActOf(action), reason, sessionId, postId, secondFactor };
}

@ObjectType({ description: '登录日志，新的在前。' })
export class SignInRecordConnection extends connectionOf(SignInRecord) {}
