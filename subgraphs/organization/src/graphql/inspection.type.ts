import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar, DateTimeScalar, described, enumOf, IsId } from '@hub/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { InspectionRow } from '../data/inspection.read-model';
import {
  INSPECTION_KINDS,
  INSPECTION_STATES,
  INSPECTION_TITLES,
  type InspectionKind,
  type InspectionState,
  inspectionState,
} from '../domain/inspection';

export const InspectionKindEnum = enumOf(INSPECTION_KINDS);

registerEnumType(InspectionKindEnum, {
  name: 'InspectionKind',
  description: '巡察或审计。',
  valuesConfig: described(INSPECTION_TITLES),
});

export const InspectionStateEnum = enumOf(INSPECTION_STATES);

registerEnumType(InspectionStateEnum, {
  name: 'InspectionState',
  description: '巡察、审计的状态。',
  valuesConfig: described<InspectionState>({ PLANNED: '未开始', ACTIVE: '进行中', OVER: '已结束' }),
});

@ObjectType({ description: '巡察、审计：凭文号开通，限定期限和范围，只读；查阅了什么，见 auditTrail(of: id)。' })
export class Inspection {
  @Field(() => ID, { description: '标识，即其岗位的标识。' })
  id!: Id;

  @Field(() => ID, { description: '账号标识。' })
  accountId!: Id;

  @Field(() => InspectionKindEnum, { description: '巡察或审计。' })
  kind!: InspectionKind;

  @Field(() => String, { description: '文号。' })
  orderNumber!: string;

  @Field(() => String, { description: '事由。' })
  reason!: string;

  @Field(() => ID, { description: '范围：该党组织及其以下；工委为全委。' })
  organizationId!: Id;

  @Field(() => DateScalar, { description: '起始日期。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '截止日期（含当日）。' })
  toOn!: LocalDate;

  @Field(() => String, { description: '开通人。' })
  openedByName!: string;

  @Field(() => DateTimeScalar, { description: '开通时间。' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '提前结束时间；未提前结束为 null。' })
  endedAt!: Date | null;

  @Field(() => InspectionStateEnum, { description: '状态。' })
  state!: InspectionState;

  @Field(() => Int, { description: '版本号：结束时作为 expectedVersion 提交。' })
  version!: number;
}

export function toInspection({ inspectionId, ...row }: InspectionRow, today: LocalDate): Inspection {
  return { id: inspectionId, state: inspectionState(row, today), ...row };
}

@ObjectType({ description: '巡察、审计列表，新的在前。' })
export class InspectionConnection extends connectionOf(Inspection) {}

@InputType({ description: '开通巡察、审计。' })
export class OpenInspectionInput {
  @Field(() => ID, { description: '账号标识：未任业务岗位、非三员的账号，由系统管理员新建。' })
  @IsId()
  accountId!: Id;

  @Field(() => InspectionKindEnum, { description: '巡察或审计。' })
  kind!: InspectionKind;

  @Field(() => ID, { description: '范围：该党组织及其以下；工委为全委。' })
  @IsId()
  organizationId!: Id;

  @Field(() => String, { description: '文号，4 至 60 字。' })
  @MaxLength(200)
  orderNumber!: string;

  @Field(() => String, { description: '事由，2 至 500 字。' })
  @MaxLength(2000)
  reason!: string;

  @Field(() => DateScalar, { description: '起始日期，不早于今日。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '截止日期（含当日），至多 180 天。' })
  toOn!: LocalDate;
}

@InputType({ description: '提前结束巡察、审计。' })
export class CloseInspectionInput {
  @Field(() => ID, { description: '标识。' })
  @IsId()
  inspectionId!: Id;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
