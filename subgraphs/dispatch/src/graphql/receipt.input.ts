import type { Id } from '@hub/core';
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
