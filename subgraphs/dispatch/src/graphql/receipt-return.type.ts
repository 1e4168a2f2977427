import { DateTimeScalar } from '@hub/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import type { ReturnReason } from '../domain/return-reason';
import { ReturnReasonEnum } from './receipt-history.enum';

@ObjectType({ description: '退回：单位退回公文及工委的答复。' })
export class ReceiptReturn {
  @Field(() => Int, { description: '本收文第几次退回，从 1 起。' })
  ordinal!: number;

  @Field(() => ReturnReasonEnum, { description: '退回理由。' })
  reason!: ReturnReason;

  @Field(() => String, { nullable: true, description: '退回说明。' })
  explanation!: string | null;

  @Field(() => String, { description: '退回人姓名。' })
  returnedByName!: string;

  @Field(() => String, { description: '退回人岗位。' })
  returnedByTitle!: string;

  @Field(() => DateTimeScalar, { description: '退回时间。' })
  returnedAt!: Date;

  @Field(() => String, { nullable: true, description: '工委的答复；未答复为 null。' })
  answer!: string | null;

  @Field(() => Boolean, { nullable: true, description: '工委是否同意退回（收回公文）；未答复为 null。' })
  accepted!: boolean | null;

  @Field(() => String, { nullable: true, description: '答复人姓名。' })
  answeredByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '答复时间。' })
  answeredAt!: Date | null;
}
