import type { Id, LocalDate } from '@hub/core';
import { Classified, DateScalar, IsId } from '@hub/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { Sex } from '../domain/id-number';
import type { MemberKind } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';
import type { MemberSecret } from '../domain/reveal';
import { MemberExitEnum, MemberKindEnum, MemberSecretEnum, SexEnum } from './member.enum';

@InputType({ description: '党员列表的范围；各项同时满足。' })
export class MemberFilterInput {
  @Field(() => ID, { nullable: true, description: '单位标识。' })
  @IsOptional()
  @IsId()
  unitId?: Id | null;

  @Field(() => ID, { nullable: true, description: '支部标识。' })
  @IsOptional()
  @IsId()
  organizationId?: Id | null;

  @Field(() => MemberKindEnum, { nullable: true, description: '人员类别。' })
  kind?: MemberKind | null;

  @Field(() => Boolean, { nullable: true, description: '是否包含已离册的；默认不含。' })
  includeEnded?: boolean | null;

  @Field(() => String, { nullable: true, description: '姓名的一部分。' })
  @IsOptional()
  @MaxLength(50)
  search?: string | null;
}

@InputType()
abstract class MemberFactsInput {
  @Field(() => String, { description: '姓名，1 至 50 字。' })
  name!: string;

  @Field(() => SexEnum, { description: '性别：与公民身份号码一致。' })
  sex!: Sex;

  @Field(() => String, { description: '民族，国家标准名称，例如「汉族」。' })
  ethnicity!: string;

  @Classified(3)
  @Field(() => DateScalar, { description: '出生日期：与公民身份号码一致。' })
  bornOn!: LocalDate;

  @Field(() => MemberKindEnum, { description: '人员类别。' })
  kind!: MemberKind;

  @Field(() => DateScalar, { description: '入党日期：年满十八周岁以后。' })
  joinedOn!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: '转正日期：正式党员必填，预备党员不填。' })
  confirmedOn!: LocalDate | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '联系电话。' })
  phone!: string | null;
}

@InputType({ description: '党员登记。' })
export class RegisterMemberInput extends MemberFactsInput {
  @Field(() => ID, { description: '支部标识。' })
  @IsId()
  organizationId!: Id;

  @Classified(4)
  @Field(() => String, { description: '公民身份号码：加密保存，平时只显示掩码。' })
  @MaxLength(32)
  idNumber!: string;
}

@InputType({ description: '更正党员信息：各项均填更正后的内容。' })
export class CorrectMemberInput extends MemberFactsInput {
  @Field(() => ID, { description: '党员标识。' })
  @IsId()
  memberId!: Id;

  @Classified(4)
  @Field(() => String, { nullable: true, description: '公民身份号码；不填为不变。' })
  @IsOptional()
  @MaxLength(32)
  idNumber?: string | null;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '党员离册。' })
export class EndMembershipInput {
  @Field(() => ID, { description: '党员标识。' })
  @IsId()
  memberId!: Id;

  @Field(() => MemberExitEnum, { description: '离册方式。' })
  exit!: MemberExitKind;

  @Field(() => DateScalar, { description: '离册日期。' })
  endedOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: '说明：须作决定的，写明支部大会决议和批准文号；转出的，写明去向。',
  })
  note?: string | null;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '组织关系转接（工委范围内）。' })
export class TransferMemberInput {
  @Field(() => ID, { description: '党员标识。' })
  @IsId()
  memberId!: Id;

  @Field(() => ID, { description: '转入支部标识。' })
  @IsId()
  toOrganizationId!: Id;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '按公民身份号码查找党员。' })
export class FindMemberInput {
  @Classified(4)
  @Field(() => String, { description: '公民身份号码。' })
  @MaxLength(32)
  idNumber!: string;
}

@InputType({ description: '查看党员的敏感个人信息。' })
export class RevealMemberInput {
  @Field(() => ID, { description: '党员标识。' })
  @IsId()
  memberId!: Id;

  @Field(() => [MemberSecretEnum], { description: '要查看的项目。' })
  fields!: MemberSecret[];

  @Field(() => String, { description: '用途，3 至 200 字，记入审计。' })
  @MaxLength(1000)
  purpose!: string;
}
