import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { UnitNature, UnitSector } from '../domain/unit-nature';
import { UnitNatureEnum, UnitSectorEnum } from './structure.enum';

const EXPECTED_VERSION = '您所见的版本号；已被他人更新时报 STALE_VERSION。';

@InputType({ description: '变更依据：批复文号、批复日期和生效日期。' })
export class ChangeRecordInput {
  @Field(() => DateScalar, { description: '生效日期：不得早于对象设立之日，不得晚于今日。' })
  effectiveOn!: LocalDate;

  @Field(() => String, { nullable: true, description: '批复文号；须批复的变更必填。' })
  @IsOptional()
  @MaxLength(60)
  decisionNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '批复日期；须批复的变更必填，不得晚于生效日期。' })
  decisionOn?: LocalDate | null;
}

@InputType({ description: '新设单位的基本情况。' })
export class NewUnitInput {
  @Field(() => String, { description: '单位名称，2 至 100 字，不得与现有单位重名。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '简称，50 字以内。' })
  @IsOptional()
  @MaxLength(50)
  shortName?: string | null;

  @Field(() => UnitNatureEnum, { description: '单位性质。' })
  nature!: UnitNature;

  @Field(() => UnitSectorEnum, { nullable: true, description: '行业标记。' })
  sector?: UnitSector | null;

  @Field(() => Int, { description: '机构序列，从 1 起。' })
  @Min(1)
  protocolOrder!: number;

  @Field(() => String, { nullable: true, description: '统一社会信用代码，18 位数字或大写字母。' })
  @IsOptional()
  @Matches(/^[0-9A-Z]{18}$/)
  unifiedSocialCreditCode?: string | null;
}

@InputType({ description: '设立单位。' })
export class CreateUnitInput extends NewUnitInput {
  @Field(() => ChangeRecordInput, { description: '设立依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;
}

@InputType({ description: '单位更名。' })
export class RenameUnitInput {
  @Field(() => ID, { description: '单位标识。' })
  @IsId()
  unitId!: Id;

  @Field(() => String, { description: '新名称，2 至 100 字。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '新简称，50 字以内。' })
  @IsOptional()
  @MaxLength(50)
  shortName?: string | null;

  @Field(() => ChangeRecordInput, { description: '更名依据；生效日期须在现名启用之后。' })
  @ValidateNested()
  change!: ChangeRecordInput;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '调整机构序列。' })
export class ChangeUnitOrderInput {
  @Field(() => ID, { description: '单位标识。' })
  @IsId()
  unitId!: Id;

  @Field(() => Int, { description: '新的机构序列，从 1 起。' })
  @Min(1)
  protocolOrder!: number;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '单位合并：被合并单位终止，其党组织转入承接单位。' })
export class MergeUnitsInput {
  @Field(() => [ID], { description: '被合并单位标识，最多 100 个。' })
  @ArrayMaxSize(100)
  @IsId({ each: true })
  unitIds!: Id[];

  @Field(() => ID, { description: '承接单位标识。' })
  @IsId()
  successorId!: Id;

  @Field(() => ChangeRecordInput, { description: '合并依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;
}

@InputType({ description: '分出的新单位及随之转出的党组织。' })
export class SplitOffUnitInput extends NewUnitInput {
  @Field(() => [ID], { description: '随新单位转出的党组织标识，最多 1000 个。' })
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  organizationIds!: Id[];
}

@InputType({ description: '单位分设：原单位存续，分出一个或多个新单位。' })
export class SplitUnitInput {
  @Field(() => ID, { description: '原单位标识。' })
  @IsId()
  unitId!: Id;

  @Field(() => [SplitOffUnitInput], { description: '分出的新单位，最多 20 个。' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  newUnits!: SplitOffUnitInput[];

  @Field(() => ChangeRecordInput, { description: '分设依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '撤销单位。' })
export class DissolveUnitInput {
  @Field(() => ID, { description: '单位标识。' })
  @IsId()
  unitId!: Id;

  @Field(() => ChangeRecordInput, { description: '撤销依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}
