import type { Id } from '@hub/core';
import { FenScalar } from '@hub/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('DuesRow', { description: '党费月度汇总行：一个单位一行，供看板取数；不含个人金额。' })
export class DuesRowType {
  @Field(() => ID, { description: '单位标识。' })
  unitId!: Id;

  @Field(() => String, { description: '单位名称。' })
  unitName!: string;

  @Field(() => FenScalar, { description: '应交合计，分。' })
  chargedFen!: number;

  @Field(() => FenScalar, { description: '已交合计，分。' })
  paidFen!: number;
}
