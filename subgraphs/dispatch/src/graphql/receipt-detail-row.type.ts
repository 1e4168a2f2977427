import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import type { ReceiptDetailRow as Row } from '../data/receipt-detail.read-model';
import type { DistributionRole, Duty } from '../domain/duty';
import type { ReceiptState } from '../domain/receipt-state';
import { DistributionRoleEnum, DutyEnum } from './distribution.enum';
import { ReceiptStateEnum } from './receipt.enum';
import { ReceiptRowsFilterInput } from './receipt.input';

@InputType({ description: '收文明细的范围；各项同时满足。' })
export class ReceiptDetailFilterInput extends ReceiptRowsFilterInput {
  @Field(() => [ReceiptStateEnum], { nullable: true, description: '状态，任一。' })
  states?: ReceiptState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此时以后有变动的；供增量同步。' })
  updatedSince?: Date | null;
}

@ObjectType({ description: '收文明细平表的一行：一件公文在一个收文党组织的办理情况。' })
export class ReceiptDetailRow implements Row {
  @Field(() => ID, { description: '公文标识。' })
  documentId!: Id;

  @Field(() => ID, { description: '收文党组织标识。' })
  organizationId!: Id;

  @Field(() => String, { nullable: true, description: '发文字号；已清退的单位看不到，为 null。' })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: '公文标题；已清退的单位看不到，为 null。' })
  title!: string | null;

  @Field(() => ID, { description: '单位标识。' })
  unitId!: Id;

  @Field(() => String, { description: '单位名称，按发文时。' })
  unitName!: string;

  @Field(() => String, { description: '收文党组织名称，按发文时。' })
  organizationName!: string;

  @Field(() => Int, { description: '单位在机构序列中的次序。' })
  protocolOrder!: number;

  @Field(() => DistributionRoleEnum, { description: '分送方式。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { description: '办理要求。' })
  duty!: Duty;

  @Field(() => ReceiptStateEnum, { description: '状态。' })
  state!: ReceiptState;

  @Field(() => DateTimeScalar, { description: '送达时间。' })
  deliveredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '签收期限；不要求签收为 null。' })
  acknowledgeDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '反馈期限；不要求反馈为 null。' })
  feedbackDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '首次查看时间。' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '签收时间。' })
  acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '签收人姓名。' })
  acknowledgedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时间。' })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回时间；仅工委可见已撤回的。' })
  recalledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '清退时间。' })
  withdrawnAt!: Date | null;

  @Field(() => Int, { description: '催办次数。' })
  reminderLevel!: number;

  @Field(() => Boolean, { description: '是否超期：所欠的签收或反馈已过期限。' })
  overdue!: boolean;

  @Field(() => DateTimeScalar, { description: '最近一次变动时间。' })
  updatedAt!: Date;
}

@ObjectType({ description: '收文明细平表，新公文的在前；顺序固定，可逐页取完。' })
export class ReceiptDetailRowConnection extends connectionOf(ReceiptDetailRow) {}
