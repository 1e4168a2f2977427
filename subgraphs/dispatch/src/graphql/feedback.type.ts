import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { FeedbackEntity } from '../data/feedback.entity';
import type { FeedbackKind, FeedbackState } from '../domain/feedback';
import { FeedbackKindEnum } from './feedback-kind.enum';
import { FeedbackStateEnum } from './receipt-history.enum';

@ObjectType({ description: '参会人员。' })
export class FeedbackAttendee {
  @Field(() => String, { description: '姓名。' })
  name!: string;

  @Field(() => String, { description: '职务。' })
  postTitle!: string;
}

@ObjectType({ description: '填表的一项。' })
export class FeedbackValue {
  @Field(() => String, { description: '项目名。' })
  name!: string;

  @Field(() => String, { description: '所填内容。' })
  value!: string;
}

@ObjectType({ description: '反馈：单位就一件公文的一次反馈及工委的审核。退回后重新反馈为下一次。' })
export class Feedback {
  @Field(() => Int, { description: '本收文第几次反馈，从 1 起。' })
  ordinal!: number;

  @Field(() => FeedbackKindEnum, { description: '反馈方式。' })
  kind!: FeedbackKind;

  @Field(() => String, { description: '反馈内容或落实情况；无为空串。' })
  text!: string;

  @Field(() => [FeedbackAttendee], { description: '参会人员（回执）。' })
  attendees!: readonly FeedbackAttendee[];

  @Field(() => [FeedbackValue], { description: '填表各项。' })
  values!: readonly FeedbackValue[];

  @Field(() => [ID], { description: '附件标识。' })
  attachmentIds!: readonly Id[];

  @Field(() => Int, { description: '落实情况所属阶段，从 0 起。' })
  stage!: number;

  @Field(() => String, { description: '反馈人姓名。' })
  submittedByName!: string;

  @Field(() => String, { description: '反馈人岗位。' })
  submittedByTitle!: string;

  @Field(() => DateTimeScalar, { description: '反馈时间。' })
  submittedAt!: Date;

  @Field(() => FeedbackStateEnum, { description: '反馈状态。' })
  state!: FeedbackState;

  @Field(() => String, { nullable: true, description: '审核意见或退回理由。' })
  decisionNote!: string | null;

  @Field(() => String, { nullable: true, description: '审核人姓名。' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '审核时间。' })
  decidedAt!: Date | null;
}

export function toFeedback({ content, ...row }: FeedbackEntity): Feedback {
  const values = Object.entries(content.values).map(([name, value]) => ({ name, value }));
  return { ...row, ...content, values };
}
