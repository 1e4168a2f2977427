import type { Id } from '@hub/core';
import { described, enumOf } from '@hub/graphql';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { CellFormat } from '../domain/workbook/form';
import { WORKBOOK_SUBJECTS, type WorkbookSubject } from '../usecases/task-workbook';

export const WorkbookSubjectEnum = enumOf(WORKBOOK_SUBJECTS);

registerEnumType(WorkbookSubjectEnum, {
  name: 'WorkbookSubjectKind',
  description: '网关内部使用：工作簿的对象。',
  valuesConfig: described({ REPORT_TASKS: '报送任务', REPORT_IMPORTS: '一次导入中的问题' }),
});

export const CellFormatEnum = enumOf(['TEXT', 'NUMBER', 'DATE'] as const);

registerEnumType(CellFormatEnum, {
  name: 'WorkbookCellFormat',
  description: '网关内部使用：单元格格式。',
  valuesConfig: described({ TEXT: '文本', NUMBER: '数字', DATE: '日期' }),
});

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：工作簿的对象。' })
export class WorkbookSubjectInput implements WorkbookSubject {
  @Field(() => WorkbookSubjectEnum, { description: '种类。' })
  kind!: WorkbookSubject['kind'];

  @Field(() => ID, { description: '标识。' })
  id!: Id;
}

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：要哪张工作表的哪一页。' })
export class WorkbookPageInput extends WorkbookSubjectInput {
  @Field(() => String, { description: '工作表代码。' })
  sheet!: string;

  @Field(() => String, { nullable: true, description: '上一页的终点。' })
  after?: string | null;
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：工作表的一栏。' })
export class WorkbookColumn {
  @Field(() => String, { description: '栏代码。' })
  key!: string;

  @Field(() => String, { description: '栏名。' })
  title!: string;

  @Field(() => CellFormatEnum, { description: '单元格格式。' })
  format!: CellFormat;

  @Field(() => Int, { nullable: true, description: '小数位数。' })
  decimals?: number | null;

  @Field(() => Int, { nullable: true, description: '栏宽，字符数。' })
  width?: number | null;

  @Field(() => Boolean, { description: '是否锁定。' })
  locked!: boolean;

  @Field(() => Boolean, { description: '是否隐藏。' })
  hidden!: boolean;

  @Field(() => String, { nullable: true, description: '填报说明。' })
  hint?: string | null;

  @Field(() => [String], { nullable: true, description: '可选项。' })
  choices?: readonly string[] | null;
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：一张工作表。' })
export class WorkbookSheetPlan {
  @Field(() => String, { description: '工作表代码。' })
  key!: string;

  @Field(() => String, { description: '工作表名称。' })
  name!: string;

  @Field(() => Boolean, { description: '是否可填写后导入。' })
  form!: boolean;

  @Field(() => Boolean, { description: '是否保护锁定的单元格。' })
  protected!: boolean;

  @Field(() => [WorkbookColumn], { description: '各栏。' })
  columns!: readonly WorkbookColumn[];
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：工作簿的结构。' })
export class WorkbookPlanType {
  @Field(() => String, { description: '文件名，不含后缀。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '导入时核对的标记；不能导入的为 null。' })
  mark!: string | null;

  @Field(() => Int, { description: '各工作表的总行数。' })
  rows!: number;

  @Field(() => [WorkbookSheetPlan], { description: '各工作表。' })
  sheets!: readonly WorkbookSheetPlan[];
}

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：工作表的一页。' })
export class WorkbookPageType {
  @Field(() => [String], { description: '各行，每行为一段 JSON：cells 与 locked。' })
  rows!: string[];

  @Field(() => String, { nullable: true, description: '下一页的起点；最后一页为 null。' })
  endCursor!: string | null;
}

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：开始导入。' })
export class BeginReportImportInput {
  @Field(() => ID, { description: '任务标识。' })
  taskId!: Id;

  @Field(() => String, { description: '文件名。' })
  fileName!: string;

  @Field(() => String, { description: '工作簿中的标记。' })
  mark!: string;
}

@Directive('@inaccessible')
@InputType({ description: '网关内部使用：导入若干记录。' })
export class ImportReportRecordsInput {
  @Field(() => ID, { description: '导入标识。' })
  importId!: Id;

  @Field(() => [String], { description: '各记录，每个为一段 JSON。' })
  records!: string[];
}
