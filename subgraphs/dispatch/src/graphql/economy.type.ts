import { Field, Int, ObjectType } from 'type-graphql';

import type { EconomyRow } from '../data/economy.read-model';

@ObjectType({
  description: '发文精简：本年登记编号的公文数与上年比较（整治形式主义为基层减负若干规定：只减不增，超过须书面说明）。',
})
export class DocumentEconomy {
  @Field(() => Int, { description: '年份。' })
  year!: number;

  @Field(() => Int, { description: '本年已登记编号的件数，作废的不计。' })
  numbered!: number;

  @Field(() => Int, { nullable: true, description: '上年件数；平台没有上年数字为 null，此时不作比较。' })
  lastYear!: number | null;

  @Field(() => Int, { nullable: true, description: '距上年件数还可发几件；超过为负数，没有上年数字为 null。' })
  remaining!: number | null;

  @Field(() => String, { nullable: true, description: '超过上年的书面说明；没有为 null。' })
  explanation!: string | null;

  @Field(() => String, { nullable: true, description: '说明人姓名。' })
  explainedByName!: string | null;
}

export function toDocumentEconomy(row: EconomyRow): DocumentEconomy {
  return { ...row, remaining: row.lastYear === null ? null : row.lastYear - row.numbered };
}
