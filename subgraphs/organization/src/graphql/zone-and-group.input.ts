import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { GroupRule } from '../domain/recipient-group';
import { GroupRuleEnum } from './structure.enum';

@InputType({ description: '新建片区。' })
export class CreateZoneInput {
  @Field(() => String, { description: '片区名称，2 至 50 字。' })
  name!: string;

  @Field(() => ID, { nullable: true, description: '联系领导的岗位标识。' })
  @IsOptional()
  @IsId()
  contactLeaderPostId?: Id | null;
}

@InputType({ description: '安排片区成员：所列单位该年度转入本片区。' })
export class AssignZoneInput {
  @Field(() => ID, { description: '片区标识。' })
  @IsId()
  zoneId!: Id;

  @Field(() => Int, { description: '年度：本年或下一年。' })
  year!: number;

  @Field(() => [ID], { description: '单位标识，最多 1000 个。' })
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  unitIds!: Id[];
}

@InputType({ description: '新建部室。' })
export class CreateSectionInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => String, { description: '部室名称，2 至 50 字。' })
  name!: string;

  @Field(() => Boolean, { description: '是否办公室。' })
  isGeneralOffice!: boolean;

  @Field(() => Int, { description: '部室次序，从 1 起。' })
  @Min(1)
  protocolOrder!: number;
}

@InputType({ description: '确定联系点：同一领导同一年度再次确定即为更换。' })
export class SetContactPointInput {
  @Field(() => Int, { description: '年度。' })
  @Min(1949)
  @Max(9999)
  year!: number;

  @Field(() => String, { description: '领导姓名，50 字以内。' })
  @Length(1, 50)
  leaderName!: string;

  @Field(() => String, { description: '领导职务，50 字以内。' })
  @Length(1, 50)
  leaderTitle!: string;

  @Field(() => ID, { description: '联系的党支部标识。' })
  @IsId()
  organizationId!: Id;
}

@InputType({ description: '新建收文分组。' })
export class CreateGroupInput {
  @Field(() => String, { description: '分组名称，2 至 60 字。' })
  name!: string;

  @Field(() => GroupRuleEnum, { description: '成员规则。' })
  rule!: GroupRule;

  @Field(() => String, { nullable: true, description: '规则取值：片区标识、单位性质或党组织类型。' })
  @IsOptional()
  @MaxLength(60)
  ruleValue?: string | null;

  @Field(() => [ID], { nullable: true, description: '成员党组织标识；仅指定名单可填，最多 10000 个。' })
  @IsOptional()
  @ArrayMaxSize(10_000)
  @IsId({ each: true })
  organizationIds?: Id[] | null;
}

@InputType({ description: '增减收文分组成员：仅限指定名单，产生新版本。' })
export class ChangeGroupMembersInput {
  @Field(() => ID, { description: '分组标识。' })
  @IsId()
  groupId!: Id;

  @Field(() => [ID], { description: '增加的党组织标识。' })
  @ArrayMaxSize(10_000)
  @IsId({ each: true })
  add!: Id[];

  @Field(() => [ID], { description: '移出的党组织标识。' })
  @ArrayMaxSize(10_000)
  @IsId({ each: true })
  remove!: Id[];

  @Field(() => String, { description: '变更原因，200 字以内。' })
  reason!: string;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
