import type { Id } from '@hub/core';
import { type ReminderChannel, ReminderChannelEnum } from '@hub/deadlines';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { Duty } from '../domain/duty';
import type { ReceiptState } from '../domain/receipt-state';
import { DutyEnum } from './distribution.enum';
import { ReceiptStateEnum } from './receipt.enum';

/** One act on a set holds one transaction: as many as the largest page of a list. */
export const MAX_RECEIPTS = 1000;

@InputType({ description: '收文筛选条件；各项同时满足。' })
export class ReceiptFilterInput {
  @Field(() => [ReceiptStateEnum], { nullable: true, description: '状态，任一。' })
  states?: ReceiptState[] | null;

  @Field(() => DutyEnum, { nullable: true, description: '办理要求。' })
  duty?: Duty | null;

  @Field(() => Boolean, { nullable: true, description: '是否超期：所欠的签收或反馈已过期限。' })
  overdue?: boolean | null;
}

@InputType({ description: '收文统计范围。' })
export class ReceiptRowsFilterInput {
  @Field(() => ID, { nullable: true, description: '某一公文。' })
  @IsOptional()
  @IsId()
  documentId?: Id | null;

  @Field(() => [ID], { nullable: true, description: '某些单位。' })
  @IsOptional()
  @ArrayMaxSize(MAX_RECEIPTS)
  @IsId({ each: true })
  unitIds?: Id[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '送达时间起（含）。' })
  deliveredFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '送达时间止（不含）。' })
  deliveredBefore?: Date | null;
}

@InputType({ description: '对一件收文的决定。' })
export class ReceiptDecisionInput {
  @Field(() => ID, { description: '收文标识。' })
  receiptId!: string;

  @Field(() => Int, { description: '所见收文的版本号；已被更新则拒绝（STALE_VERSION）。' })
  expectedVersion!: number;
}

@InputType({ description: '同一公文的一组收文；全部办理或全部不办。' })
export class ReceiptSetInput {
  @Field(() => ID, { description: '公文标识。' })
  @IsId()
  documentId!: Id;

  @Field(() => [ID], { description: '收文党组织标识，1 至 1000 个。' })
  @ArrayMaxSize(MAX_RECEIPTS)
  @IsId({ each: true })
  organizationIds!: Id[];
}

@InputType({ description: '催办一组收文；全部办理或全部不办。' })
export class UrgeReceiptsInput extends ReceiptSetInput {
  @Field(() => Int, {
    nullable: true,
    description: '级别，1 至 4 级；省略为各收文已达级别的下一级，且不超过本人可发出的级别。',
  })
  level?: number | null;

  @Field(() => ReminderChannelEnum, {
    nullable: true,
    description: '方式；省略为平台。电话、当面、书面的，由本人另行催办并在说明中记明，平台不再发通知。',
  })
  channel?: ReminderChannel | null;

  @Field(() => String, { nullable: true, description: '说明，随催办告知单位；电话、当面、书面的必填。' })
  note?: string | null;
}
