import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { OrganizationKind } from '../domain/organization-kind';
import { OrganizationKindEnum } from './structure.enum';
import { ChangeRecordInput } from './structure.input';

/** Names a present organisation and the state of it the client has seen. */
@InputType({ description: '针对某一党组织的变更。' })
abstract class OfOrganizationInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '针对某一党组织、须有依据的变更。' })
export class DecidedChangeInput extends OfOrganizationInput {
  @Field(() => ChangeRecordInput, { description: '变更依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;
}

@InputType({ description: '设立党组织。' })
export class CreateOrganizationInput {
  @Field(() => ID, { description: '所属单位标识。' })
  @IsId()
  unitId!: Id;

  @Field(() => OrganizationKindEnum, { description: '党组织类型。' })
  kind!: OrganizationKind;

  @Field(() => String, { description: '全称，2 至 120 字，与印章一致。' })
  name!: string;

  @Field(() => ID, { nullable: true, description: '隶属的上级党组织标识；党组不填。' })
  @IsOptional()
  @IsId()
  affiliationId?: Id | null;

  @Field(() => ID, { nullable: true, description: '指导本组织的党组（党委）标识。' })
  @IsOptional()
  @IsId()
  guidanceId?: Id | null;

  @Field(() => Boolean, { nullable: true, description: '是否设支部委员会；默认否。' })
  hasBranchCommittee?: boolean | null;

  @Field(() => String, { nullable: true, description: '全国党组织代码，50 字符以内。' })
  @IsOptional()
  @MaxLength(50)
  nationalCode?: string | null;

  @Field(() => ChangeRecordInput, { description: '设立依据。' })
  @ValidateNested()
  change!: ChangeRecordInput;
}

@InputType({ description: '党组织更名。' })
export class RenameOrganizationInput extends DecidedChangeInput {
  @Field(() => String, { description: '新全称，2 至 120 字。' })
  name!: string;
}

@InputType({ description: '调整隶属关系：下级党组织随同调整。' })
export class MoveOrganizationInput extends DecidedChangeInput {
  @Field(() => ID, { description: '新的上级党组织标识。' })
  @IsId()
  affiliationId!: Id;
}

@InputType({ description: '党组织升格或降格。' })
export class ChangeOrganizationKindInput extends DecidedChangeInput {
  @Field(() => OrganizationKindEnum, { description: '新的类型。' })
  kind!: OrganizationKind;

  @Field(() => String, { description: '新全称，2 至 120 字。' })
  name!: string;
}

@InputType({ description: '调整指导关系。' })
export class ChangeGuidanceInput extends OfOrganizationInput {
  @Field(() => ID, { nullable: true, description: '指导本组织的党组（党委）标识；取消指导关系为 null。' })
  @IsOptional()
  @IsId()
  guidanceId?: Id | null;
}

@InputType({ description: '撤销党组织。' })
export class DissolveOrganizationInput extends DecidedChangeInput {
  @Field(() => ID, { nullable: true, description: '承接党员和未了事项的党组织标识；尚有党员时必填。' })
  @IsOptional()
  @IsId()
  successorId?: Id | null;
}

@InputType({ description: '报送党员人数。' })
export class ReportMemberCountsInput extends OfOrganizationInput {
  @Field(() => Int, { description: '正式党员人数。' })
  formalMembers!: number;

  @Field(() => Int, { description: '预备党员人数。' })
  probationaryMembers!: number;

  @Field(() => DateScalar, { description: '统计日期：不晚于今日，不早于上次。' })
  reportedOn!: LocalDate;

  @Field(() => Boolean, { description: '是否设支部委员会。' })
  hasBranchCommittee!: boolean;
}

@InputType({ description: '开始新一届：选举产生的填选举大会日期，指派的填指派日期，二者只填其一。' })
export class StartTermInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => DateScalar, { nullable: true, description: '选举大会日期。' })
  electedOn?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: '指派日期。' })
  appointedOn?: LocalDate | null;

  @Field(() => Int, { nullable: true, description: '任期年数，1 至 5；默认按类型（党委 5 年，总支、支部 3 年）。' })
  termYears?: number | null;
}

@InputType({ description: '本届延期：须经上级批准，不超过一年，只限一次（选举工作条例第三条）。' })
export class ExtendTermInput extends OfOrganizationInput {
  @Field(() => DateScalar, { description: '延期后的届满日期。' })
  extendedTo!: LocalDate;
}

@InputType({ description: '结束本届。' })
export class CloseTermInput extends OfOrganizationInput {
  @Field(() => DateScalar, { description: '结束日期。' })
  closedOn!: LocalDate;
}
