import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar, DateTimeScalar, described, enumOf, IsId } from '@hub/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { DelegationRow } from '../data/delegation.read-model';
import { DELEGATION_STATES, type DelegationState, delegationState } from '../domain/delegation';

export const DelegationStateEnum = enumOf(DELEGATION_STATES);

registerEnumType(DelegationStateEnum, {
  name: 'DelegationState',
  description: '委托状态。',
  valuesConfig: described<DelegationState>({
    PLANNED: '未开始',
    ACTIVE: '有效',
    EXPIRED: '已到期',
    ENDED: '已终止',
  }),
});

@ObjectType({ description: '委托：任职人在一段日期内，允许本单位另一人以其岗位办理；办理留痕并列两人姓名。' })
export class Delegation {
  @Field(() => ID, { description: '委托标识。' })
  id!: Id;

  @Field(() => ID, { description: '所委托岗位的标识。' })
  postId!: Id;

  @Field(() => String, { description: '所委托岗位的名称。' })
  postTitle!: string;

  @Field(() => ID, { description: '委托人账号标识。' })
  principalAccountId!: Id;

  @Field(() => String, { description: '委托人。' })
  principalName!: string;

  @Field(() => ID, { description: '受托人账号标识。' })
  delegateAccountId!: Id;

  @Field(() => String, { description: '受托人。' })
  delegateName!: string;

  @Field(() => DateScalar, { description: '起始日期。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '截止日期（含当日）。' })
  toOn!: LocalDate;

  @Field(() => String, { description: '委托事由。' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '委托时间。' })
  grantedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '提前终止时间；未终止为 null。' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '终止人；未终止为 null。' })
  endedByName!: string | null;

  @Field(() => DelegationStateEnum, { description: '状态。' })
  state!: DelegationState;

  @Field(() => Int, { description: '版本号：终止时作为 expectedVersion 提交。' })
  version!: number;
}

export function toDelegation({ delegationId, accountId, ...row }: DelegationRow, today: LocalDate): Delegation {
  return { id: delegationId, principalAccountId: accountId, state: delegationState(row, today), ...row };
}

@ObjectType({ description: '委托列表，新的在前。' })
export class DelegationConnection extends connectionOf(Delegation) {}

@ObjectType({ description: '可委托的人员：本单位（工委机关为本机关）其他在岗人员。' })
export class DelegationCandidate {
  @Field(() => ID, { description: '账号标识。' })
  accountId!: Id;

  @Field(() => String, { description: '姓名。' })
  displayName!: string;

  @Field(() => [String], { description: '在本单位的岗位名称。' })
  postTitles!: readonly string[];
}

@InputType({ description: '委托当前岗位。' })
export class DelegatePostInput {
  @Field(() => ID, { description: '受托人账号标识，见 delegationCandidates。' })
  @IsId()
  delegateAccountId!: Id;

  @Field(() => DateScalar, { description: '起始日期，不早于今日。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '截止日期（含当日），至多 90 天。' })
  toOn!: LocalDate;

  @Field(() => String, { description: '委托事由，2 至 200 字。' })
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: '终止委托。' })
export class EndDelegationInput {
  @Field(() => ID, { description: '委托标识。' })
  @IsId()
  delegationId!: Id;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
