import type { Fen, Id } from '@hub/core';
import { DateTimeScalar, FenScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

import type { ReportKind } from '../domain/report-kind';
import type { FieldOrigin, FieldType, TemplateField } from '../domain/template-field';
import { ReportKindEnum } from './report-kind.enum';
import { FieldOriginEnum, FieldTypeEnum } from './template-field.enum';

/** More are refused by the domain with a reason; this keeps it from looking at a million. */
const LIST_LIMIT = 1000;

@InputType()
abstract class TemplateFieldShapeInput {
  @Field(() => String, { description: '项目代码：小写字母开头，小写字母、数字、下划线，至多 40 个字符。' })
  key!: string;

  @Field(() => String, { description: '项目名称，1 至 60 字。' })
  label!: string;

  @Field(() => FieldTypeEnum, { description: '类型。' })
  type!: FieldType;

  @Field(() => Boolean, { defaultValue: false, description: '是否必填。' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: '填报说明，至多 500 字。' })
  hint?: string | null;

  @Field(() => Int, { nullable: true, description: '文本：最少字数，报送时检查。' })
  minLength?: number | null;

  @Field(() => Int, { nullable: true, description: '文本：最多字数，至多 20000；省略为 5000。' })
  maxLength?: number | null;

  @Field(() => Int, { nullable: true, description: '数字：小数位数，0 至 6；省略为 0。' })
  decimals?: number | null;

  @Field(() => Float, { nullable: true, description: '数字：最小值。' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: '数字：最大值。' })
  max?: number | null;

  @Field(() => FenScalar, { nullable: true, description: '金额：最小值，分。' })
  minFen?: Fen | null;

  @Field(() => FenScalar, { nullable: true, description: '金额：最大值，分。' })
  maxFen?: Fen | null;

  @Field(() => String, { nullable: true, description: '数字：计量单位，例如“次”。' })
  measure?: string | null;

  @Field(() => [String], { nullable: true, description: '选项：可选各项，2 至 50 个。' })
  options?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '选项：是否可多选。' })
  multiple?: boolean | null;
}

@InputType({ description: '表格的一栏：文本、数字、金额、日期或选项，由单位填写。' })
export class ReportTemplateColumnInput extends TemplateFieldShapeInput {}

@InputType({ description: '模板的一个项目。' })
export class ReportTemplateFieldInput extends TemplateFieldShapeInput {
  @Field(() => FieldOriginEnum, { defaultValue: 'ASKED', description: '内容来源。' })
  origin!: FieldOrigin['by'];

  @Field(() => String, { nullable: true, description: '由平台填入的：数据代码。' })
  fact?: string | null;

  @Field(() => String, { nullable: true, description: '由其他项目计算的：公式，例如 a + b，可用括号。' })
  formula?: string | null;

  @Field(() => [ReportTemplateColumnInput], { nullable: true, description: '表格：各栏，至多 20 栏。' })
  @ArrayMaxSize(LIST_LIMIT)
  columns?: ReportTemplateColumnInput[] | null;

  @Field(() => Int, { nullable: true, description: '表格：最多行数，至多 1000；省略为 100。' })
  maxRows?: number | null;

  @Field(() => Int, { nullable: true, description: '附件：最多个数，至多 20；省略为 10。' })
  maxFiles?: number | null;
}

@InputType()
abstract class TemplateContentInput {
  @Field(() => [ReportTemplateFieldInput], { description: '各项目，按填报次序，1 至 100 项。' })
  @ArrayMaxSize(LIST_LIMIT)
  fields!: ReportTemplateFieldInput[];

  @Field(() => Int, { description: '预计填报用时，分钟，1 至 10000。' })
  minutes!: number;

  @Field(() => String, { nullable: true, description: '填报说明，至多 500 字。' })
  note?: string | null;
}

@InputType({ description: '发布报送模板。' })
export class PublishReportTemplateInput extends TemplateContentInput {
  @Field(() => String, { description: '模板名称，2 至 100 字。' })
  name!: string;

  @Field(() => ReportKindEnum, { description: '报送类型。' })
  kind!: ReportKind;

  @Field(() => Boolean, { description: '报送前是否须单位负责人签发。' })
  signatureNeeded!: boolean;
}

@InputType({ description: '修订报送模板：整张表重新填写，成为下一版。' })
export class ReviseReportTemplateInput extends TemplateContentInput {
  @Field(() => ID, { description: '模板标识。' })
  @IsId()
  templateId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;
}

@InputType({ description: '停用报送模板。' })
export class RetireReportTemplateInput {
  @Field(() => ID, { description: '模板标识。' })
  @IsId()
  templateId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;

  @Field(() => String, { description: '理由，至多 500 字。' })
  reason!: string;
}

@InputType({ description: '筛选报送模板。' })
export class ReportTemplateFilter {
  @Field(() => ReportKindEnum, { nullable: true, description: '报送类型。' })
  kind?: ReportKind | null;

  @Field(() => Boolean, { defaultValue: false, description: '是否包括已停用的。' })
  includeRetired!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '只要此后变动过的。' })
  updatedSince?: Date | null;
}

/** What a client says of a field, without what it leaves out. Whether it may be so is the domain's to say. */
export function toTemplateField(input: ReportTemplateFieldInput): TemplateField {
  const { origin, fact, formula, columns, maxRows, maxFiles } = input;
  return {
    ...shapeOf(input),
    origin: originOf(origin, fact ?? '', formula ?? ''),
    ...given({ columns: columns?.map(toColumn), maxRows, maxFiles }),
  };
}

const toColumn = (input: ReportTemplateColumnInput): TemplateField => ({ ...shapeOf(input), origin: { by: 'ASKED' } });

function originOf(by: FieldOrigin['by'], fact: string, formula: string): FieldOrigin {
  switch (by) {
    case 'ASKED':
      return { by };
    case 'PREFILLED':
      return { by, fact };
    case 'DERIVED':
      return { by, formula: formula.trim() };
  }
}

function shapeOf(input: TemplateFieldShapeInput): Omit<TemplateField, 'origin'> {
  const { key, label, type, required, min, max, minFen, maxFen } = input;
  const { hint, minLength, maxLength, decimals, measure, options, multiple } = input;
  const isMoney = type === 'MONEY';
  const limits = { min: isMoney ? minFen : min, max: isMoney ? maxFen : max };
  return {
    key,
    label,
    type,
    required,
    ...given({ hint, minLength, maxLength, decimals, ...limits, measure, options, multiple }),
  };
}

type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

const given = <T extends object>(settings: T): Given<T> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;
