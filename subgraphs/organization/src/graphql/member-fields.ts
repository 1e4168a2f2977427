import type { LocalDate } from '@hub/core';
import { Classified, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ObjectType } from 'type-graphql';

import type { Sex } from '../domain/id-number';
import type { MemberFacts, MemberKind } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';
import { MemberExitEnum, MemberKindEnum, MemberStatusEnum, SexEnum } from './member.enum';

/** What is shown of a member wherever one is shown, each field at its level. */
@ObjectType()
export abstract class MemberFields implements MemberFacts {
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

  @Field(() => DateTimeScalar, { description: '最近变更时间。' })
  changedAt!: Date;
}
