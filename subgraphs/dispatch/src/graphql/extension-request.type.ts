import type { LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import type { ExtensionState } from '../domain/extension';
import { ExtensionStateEnum } from './receipt-history.enum';

@ObjectType({ description: '延期申请：单位不能按期反馈时的申请及工委的批复（请示报告条例第二十二条）。' })
export class ExtensionRequest {
  @Field(() => Int, { description: '本收文第几次申请，从 1 起。' })
  ordinal!: number;

  @Field(() => String, { description: '申请理由。' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '申请时的期限。' })
  currentDueAt!: Date;

  @Field(() => DateScalar, { description: '申请延至的日期。' })
  requestedDueOn!: LocalDate;

  @Field(() => String, { description: '申请人姓名。' })
  requestedByName!: string;

  @Field(() => DateTimeScalar, { description: '申请时间。' })
  requestedAt!: Date;

  @Field(() => ExtensionStateEnum, { description: '申请状态。' })
  state!: ExtensionState;

  @Field(() => DateTimeScalar, { nullable: true, description: '批准的新期限；遇非工作日顺延至下一工作日。' })
  grantedDueAt!: Date | null;

  @Field(() => String, { nullable: true, description: '批复意见。' })
  decisionNote!: string | null;

  @Field(() => String, { nullable: true, description: '批复人姓名。' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '批复时间。' })
  decidedAt!: Date | null;
}
