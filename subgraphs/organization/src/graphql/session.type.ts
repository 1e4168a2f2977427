import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar, described, enumOf } from '@hub/graphql';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import type { SessionRow } from '../data/session.read-model';
import { SESSION_END_REASONS, type SessionEndReason } from '../domain/session';

export const SessionEndReasonEnum = enumOf<SessionEndReason>(SESSION_END_REASONS);

registerEnumType(SessionEndReasonEnum, {
  name: 'SessionEndReason',
  description: '会话提前终止的原因。',
  valuesConfig: described({
    LOGOUT: '本人退出',
    REUSE_DETECTED: '旧刷新令牌被再次使用，疑似泄露',
    REVOKED: '由本人在别处或由安全管理员终止',
    POST_ENDED: '所用岗位已免职',
    DELEGATION_ENDED: '所用委托已终止',
    ACCOUNT_DISABLED: '账号停用',
    PASSWORD_CHANGED: '密码已更换',
    SECOND_FACTOR_CHANGED: '动态码已更换或重置',
  }),
});

@ObjectType({ description: '会话：一次登录。' })
export class Session {
  @Field(() => ID, { description: '会话标识。' })
  id!: Id;

  @Field(() => DateTimeScalar, { description: '登录时间。' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: '最近一次登录或刷新令牌的时间。' })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, { description: '到期时间：12 小时不用即到期，登录满 7 日必到期。' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: '登录时是否使用了动态码。' })
  secondFactor!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '提前终止的时间；未提前终止为 null。' })
  endedAt!: Date | null;

  @Field(() => SessionEndReasonEnum, { nullable: true, description: '提前终止的原因；未提前终止为 null。' })
  endReason!: SessionEndReason | null;

  actingPostId!: Id;
}

export function toSession(row: SessionRow): Session {
  const { sessionId, actingPostId, secondFactor, createdAt, lastUsedAt, expiresAt, endedAt, endReason } = row;
  return { id: sessionId, actingPostId, secondFactor, createdAt, lastUsedAt, expiresAt, endedAt, endReason };
}

@ObjectType({ description: '会话列表，新的在前。' })
export class SessionConnection extends connectionOf(Session) {}
