import type { Id, LocalDate } from '@hub/core';
import { Classified, connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { MemberRow } from '../data/member.read-model';
import type { Sex } from '../domain/id-number';
import type { MemberKind } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';
import { MemberExitEnum, MemberKindEnum, MemberStatusEnum, SexEnum } from './member.enum';

@Directive('@key(fields: "id")')
@ObjectType({ description: '党员：编入一个支部；离册后记录保留。' })
export class Member {
  @Field(() => ID, { description: '党员标识。' })
  id!: Id;

  @Field(() => String, { description: '姓名。' })
  name!: string;

  @Field(() => SexEnum, { description: '性别。' })
  sex!: Sex;

  @Field(() => String, { description: '民族。' })
  ethnicity!: string;

  @Classified(3)
  @Field(() => DateScalar, { description: '出生日期。' })
  bornOn!: LocalDate;

  @Classified(3)
  @Field(() => MemberKindEnum, { description: '人员类别。' })
  kind!: MemberKind;

  @Classified(3)
  @Field(() => DateScalar, { description: '入党日期。' })
  joinedOn!: LocalDate;

  @Classified(3)
  @Field(() => DateScalar, { nullable: true, description: '转正日期：党龄由此起算；预备党员为 null。' })
  confirmedOn!: LocalDate | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '联系电话；未登记为 null。' })
  phone!: string | null;

  @Classified(3)
  @Field(() => String, { description: '公民身份号码的掩码；全文须以 revealMember 写明用途查看。' })
  idNumberMasked!: string;

  @Classified(3)
  @Field(() => MemberStatusEnum, { description: '是否在册。' })
  status!: 'ACTIVE' | 'ENDED';

  @Classified(3)
  @Field(() => MemberExitEnum, { nullable: true, description: '离册方式；在册为 null。' })
  exitKind!: MemberExitKind | null;

  @Classified(3)
  @Field(() => DateScalar, { nullable: true, description: '离册日期；在册为 null。' })
  endedOn!: LocalDate | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '离册说明：决议与批准文号，或去向。' })
  exitNote!: string | null;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { description: '最近变更时间。' })
  changedAt!: Date;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;

  unitId!: Id;
  organizationId!: Id;
}

export function toMember({ committeeId: _, memberId, ...shown }: MemberRow): Member {
  return { id: memberId, ...shown };
}

@ObjectType({ description: '党员列表，按姓名拼音。' })
export class MemberConnection extends connectionOf(Member) {}
