import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '导入中的一处问题：在哪里，为什么。' })
export class ReportImportProblem {
  @Field(() => String, { description: '工作表名称。' })
  sheetName!: string;

  @Field(() => Int, { description: '行号，与表格中所见一致。' })
  rowNumber!: number;

  @Field(() => String, { description: '栏目。' })
  label!: string;

  @Field(() => String, { description: '原因代码。' })
  reason!: string;

  @Field(() => String, { description: '说明。' })
  message!: string;
}

@ObjectType({ description: '一次填报工作簿的导入。' })
export class ReportImport {
  @Field(() => ID, { description: '导入标识。' })
  id!: Id;

  @Field(() => ID, { description: '任务标识。' })
  taskId!: Id;

  @Field(() => String, { description: '文件名。' })
  fileName!: string;

  @Field(() => DateTimeScalar, { description: '开始时间。' })
  startedAt!: Date;

  @Field(() => String, { description: '导入人。' })
  startedByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时间；未结束为 null。' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: '记录数：填报表一行及其附表为一个记录。' })
  records!: number;

  @Field(() => Int, { description: '已保存为草稿的记录数。' })
  saved!: number;

  @Field(() => Int, { description: '与系统中一致、无需保存的记录数。' })
  unchanged!: number;

  @Field(() => Int, { description: '未被接受的记录数。' })
  refused!: number;

  @Field(() => [ReportImportProblem], {
    description: '前一百处问题；全部问题可从 /workbooks/report-imports/<id> 下载。',
  })
  problems!: readonly ReportImportProblem[];
}
