import type { Id } from '@hub/core';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import type { DistributionRole, Duty } from '../domain/duty';
import { DistributionRoleEnum, DutyEnum } from './distribution.enum';

@ObjectType({ description: '按分组列入。' })
@InputType('AudienceGroupInput', { description: '按分组列入。' })
export class AudienceGroup {
  @Field(() => ID, { description: '分组标识。' })
  groupId!: Id;

  @Field(() => DistributionRoleEnum, { description: '分送角色。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { nullable: true, description: '办理要求；省略则主送按反馈要求办理，其他只签收。' })
  duty!: Duty | null;
}

@ObjectType({ description: '单独列入的党组织。' })
@InputType('AudienceOrganizationInput', { description: '单独列入的党组织。' })
export class AudienceOrganization {
  @Field(() => ID, { description: '党组织标识。' })
  organizationId!: Id;

  @Field(() => DistributionRoleEnum, { description: '分送角色。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { nullable: true, description: '办理要求；省略则主送按反馈要求办理，其他只签收。' })
  duty!: Duty | null;

  @Field(() => Int, { defaultValue: 1, description: '份数，1 至 999。' })
  copies!: number;
}

@ObjectType({ description: '平台以外的机关，发纸质件。' })
@InputType('ExternalBodyInput', { description: '平台以外的机关，发纸质件。' })
export class ExternalBody {
  @Field(() => String, { description: '机关名称。' })
  name!: string;

  @Field(() => DistributionRoleEnum, { description: '分送角色。' })
  role!: DistributionRole;

  @Field(() => Int, { defaultValue: 1, description: '份数，1 至 999。' })
  copies!: number;
}

@ObjectType('Audience', { description: '分送范围。与正文所印主送、抄送是两回事。' })
export class AudienceType {
  @Field(() => [AudienceGroup], { description: '按分组列入；签发时确定成员。' })
  groups!: readonly AudienceGroup[];

  @Field(() => [AudienceOrganization], { description: '单独列入的党组织；优先于分组。' })
  organizations!: readonly AudienceOrganization[];

  @Field(() => [ID], { description: '排除的党组织。' })
  exclusions!: readonly Id[];

  @Field(() => [ExternalBody], { description: '平台以外的机关。' })
  externals!: readonly ExternalBody[];
}

@InputType({ description: '分送范围。与正文所印主送、抄送是两回事。' })
export class AudienceInput {
  @Field(() => [AudienceGroup], { defaultValue: [], description: '按分组列入；签发时确定成员。' })
  groups!: AudienceGroup[];

  @Field(() => [AudienceOrganization], { defaultValue: [], description: '单独列入的党组织；优先于分组。' })
  organizations!: AudienceOrganization[];

  @Field(() => [ID], { defaultValue: [], description: '排除的党组织。' })
  exclusions!: Id[];

  @Field(() => [ExternalBody], { defaultValue: [], description: '平台以外的机关。' })
  externals!: ExternalBody[];
}
