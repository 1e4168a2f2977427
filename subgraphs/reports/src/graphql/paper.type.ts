import type { Id } from '@hub/core';
import { described, enumOf } from '@hub/graphql';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import { PAPER_SUBJECTS, type PaperPageAsked } from '../usecases/read-paper';

export const PaperSubjectEnum = enumOf(PAPER_SUBJECTS);

registerEnumType(PaperSubjectEnum, {
  name: 'PaperSubjectKind',
  description: '网关内部使用：文稿的对象。',
  valuesConfig: described({ REPORTS: '一份报告', REPORT_TASKS: '报送任务的汇总' }),
});

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：要哪份文稿的哪一页。' })
export class PaperPageInput implements PaperPageAsked {
  @Field(() => PaperSubjectEnum, { description: '种类。' })
  kind!: PaperPageAsked['kind'];

  @Field(() => ID, { description: '标识。' })
  id!: Id;

  @Field(() => String, { nullable: true, description: '上一页的终点。' })
  after?: string | null;
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：文稿的一页。' })
export class PaperPageType {
  @Field(() => String, { description: '文件名，不含后缀。' })
  name!: string;

  @Field(() => Int, { description: '全文所含报告数。' })
  records!: number;

  @Field(() => Int, { description: '本页所含报告数。' })
  recordsHere!: number;

  @Field(() => [String], { description: '各段，每段为一段 JSON。' })
  blocks!: string[];

  @Field(() => String, { nullable: true, description: '下一页的起点；最后一页为 null。' })
  endCursor!: string | null;
}
