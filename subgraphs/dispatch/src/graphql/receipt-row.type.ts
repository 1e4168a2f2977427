import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('ReceiptRow', { description: '收文统计行：按所选方式分组，供看板取数；不含已撤回、已清退的。' })
export class ReceiptRowType {
  @Field(() => String, { description: '组的标识：单位标识、公文标识、月份（YYYY-MM）或状态。' })
  key!: string;

  @Field(() => String, { nullable: true, description: '组的名称：单位名称、发文字号、月份或状态。' })
  label!: string | null;

  @Field(() => Int, { description: '收文件数。' })
  live!: number;

  @Field(() => Int, { description: '已签收件数。' })
  acknowledged!: number;

  @Field(() => Int, { description: '按期签收件数。' })
  acknowledgedOnTime!: number;

  @Field(() => Int, { description: '现已超期件数：签收或反馈超过期限仍未办。' })
  overdue!: number;

  @Field(() => Int, { description: '退回待答复件数。' })
  returned!: number;

  @Field(() => Int, { description: '应反馈件数。' })
  feedbackOwed!: number;

  @Field(() => Int, { description: '反馈已采纳件数。' })
  feedbackAccepted!: number;
}
