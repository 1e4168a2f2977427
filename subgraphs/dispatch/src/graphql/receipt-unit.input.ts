import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { ReturnReason } from '../domain/return-reason';
import { ReceiptDecisionInput } from './receipt.input';
import { ReturnReasonEnum } from './receipt-history.enum';

@InputType({ description: '退回。' })
export class ReturnReceiptInput extends ReceiptDecisionInput {
  @Field(() => ReturnReasonEnum, { description: '退回理由；签收前与初审后不同。' })
  reason!: ReturnReason;

  @Field(() => String, { nullable: true, description: '退回说明，不超过 2000 字；理由为“其他”时必填。' })
  explanation?: string | null;
}

@InputType({ description: '分派承办。' })
export class AssignReceiptInput extends ReceiptDecisionInput {
  @Field(() => ID, { description: '承办岗位标识。' })
  @IsId()
  postId!: Id;

  @Field(() => String, { description: '承办岗位或承办人，不超过 100 字。' })
  @MaxLength(100)
  title!: string;
}

@InputType({ description: '参会人员。' })
export class AttendeeInput {
  @Field(() => String, { description: '姓名。' })
  @MaxLength(50)
  name!: string;

  @Field(() => String, { description: '职务。' })
  @MaxLength(100)
  postTitle!: string;
}

@InputType({ description: '填表的一项。' })
export class FeedbackValueInput {
  @Field(() => String, { description: '项目名。' })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { description: '所填内容。' })
  value!: string;
}

@InputType({ description: '反馈；按公文要求的方式填写相应各项。' })
export class SubmitFeedbackInput extends ReceiptDecisionInput {
  @Field(() => String, { nullable: true, description: '反馈内容或落实情况，不超过 20000 字。' })
  text?: string | null;

  @Field(() => [AttendeeInput], { nullable: true, description: '参会人员（回执）。' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  attendees?: AttendeeInput[] | null;

  @Field(() => [FeedbackValueInput], { nullable: true, description: '填表各项。' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  values?: FeedbackValueInput[] | null;

  @Field(() => [ID], { nullable: true, description: '附件标识。' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  attachmentIds?: Id[] | null;
}

@InputType({ description: '申请延期。' })
export class RequestExtensionInput extends ReceiptDecisionInput {
  @Field(() => DateScalar, { description: '申请延至的日期。' })
  until!: LocalDate;

  @Field(() => String, { description: '理由，不超过 2000 字。' })
  reason!: string;
}
