import type { Id } from '@hub/core';
import { Classified, connectionOf, DateTimeScalar, describedBy, enumOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { ServiceTokenRow } from '../data/service-token.read-model';
import { SERVICE_TOKEN_STATES, type ServiceTokenState, tokenState } from '../domain/service-token';

export const ServiceTokenStateEnum = enumOf(SERVICE_TOKEN_STATES);

const STATE_NAMES: Readonly<Record<ServiceTokenState, string>> = {
  ACTIVE: '有效',
  EXPIRED: '已到期',
  REVOKED: '已撤销',
};

registerEnumType(ServiceTokenStateEnum, {
  name: 'ServiceTokenState',
  description: '服务令牌状态。',
  valuesConfig: describedBy(SERVICE_TOKEN_STATES, (state) => STATE_NAMES[state]),
});

@ObjectType({ description: '服务令牌：供看板等程序读取数据，只能执行指定的可信查询，不能办理任何事项。' })
export class ServiceToken {
  @Field(() => ID, { description: '令牌标识；不是令牌本身。' })
  id!: Id;

  @Field(() => String, { description: '令牌的开头几位，供辨认；全文只在签发时给出一次。' })
  hint!: string;

  @Field(() => String, { description: '名称。' })
  name!: string;

  @Field(() => String, { description: '用途。' })
  purpose!: string;

  /** The resolver loads it. */
  rootOrganizationId!: Id | null;

  @Field(() => [String], { description: '可执行的可信查询（名称或标识）。' })
  documents!: readonly string[];

  @Field(() => ServiceTokenStateEnum, { description: '状态。' })
  state!: ServiceTokenState;

  @Field(() => String, { description: '签发人。' })
  issuedByName!: string;

  @Field(() => DateTimeScalar, { description: '签发时间。' })
  issuedAt!: Date;

  @Field(() => DateTimeScalar, { description: '到期时间。' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: '撤销人；未撤销为 null。' })
  revokedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤销时间；未撤销为 null。' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最近使用时间，精确到分钟；从未使用为 null。' })
  lastUsedAt!: Date | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;
}

export function toServiceToken({ tokenId, hint, ...row }: ServiceTokenRow, now: Date): ServiceToken {
  return { ...row, id: tokenId, hint: `hub_st_…${hint}…`, state: tokenState(row, now) };
}

@ObjectType({ description: '服务令牌列表，新签发的在前。' })
export class ServiceTokenConnection extends connectionOf(ServiceToken) {}

@ObjectType({ description: '签发结果。' })
export class IssuedServiceTokenType {
  @Classified(4)
  @Field(() => String, {
    nullable: true,
    description: '令牌全文：只给出这一次，请立即妥善保存；以同一幂等键重复提交时为 null，可撤销后另行签发。',
  })
  token!: string | null;

  @Field(() => ServiceToken, { description: '所签发的服务令牌。' })
  serviceToken!: ServiceToken;
}
