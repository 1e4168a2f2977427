import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { DistributionRole, Duty } from '../domain/duty';
import { DistributionRoleEnum, DutyEnum } from './distribution.enum';
import { MAX_RECEIPTS, ReceiptDecisionInput, ReceiptSetInput } from './receipt.input';

@InputType({ description: '答复退回。' })
export class AnswerReturnInput extends ReceiptDecisionInput {
  @Field(() => String, { description: '答复，不超过 2000 字。' })
  answer!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: '是否同意退回：同意即收回公文（未签收的撤回，已签收的清退），不同意则请单位继续办理。',
  })
  accepted!: boolean;
}

@InputType({ description: '采纳反馈。' })
export class AcceptFeedbackInput extends ReceiptDecisionInput {
  @Field(() => String, { nullable: true, description: '审核意见，不超过 2000 字。' })
  note?: string | null;
}

@InputType({ description: '退回反馈。' })
export class ReturnFeedbackInput extends ReceiptDecisionInput {
  @Field(() => String, { description: '退回理由，不超过 2000 字。' })
  reason!: string;
}

@InputType({ description: '批复延期。' })
export class DecideExtensionInput extends ReceiptDecisionInput {
  @Field(() => Boolean, { description: '是否同意。' })
  granted!: boolean;

  @Field(() => DateScalar, { nullable: true, description: '另定的日期；省略则按申请。遇非工作日顺延。' })
  until?: LocalDate | null;

  @Field(() => String, { nullable: true, description: '批复意见，不超过 2000 字。' })
  note?: string | null;
}

@InputType({ description: '撤回或清退。' })
export class TakeBackInput extends ReceiptSetInput {
  @Field(() => String, { description: '理由，不超过 2000 字。' })
  reason!: string;
}

@InputType({ description: '补发对象。' })
export class ReissueRecipientInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => DistributionRoleEnum, { description: '分送角色。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { nullable: true, description: '办理要求；省略则随分送角色。' })
  duty?: Duty | null;
}

@InputType({ description: '补发。' })
export class ReissueDocumentInput {
  @Field(() => ID, { description: '公文标识。' })
  @IsId()
  documentId!: Id;

  @Field(() => [ReissueRecipientInput], { description: '补发对象，1 至 1000 个。' })
  @ArrayMaxSize(MAX_RECEIPTS)
  @ValidateNested({ each: true })
  recipients!: ReissueRecipientInput[];
}
