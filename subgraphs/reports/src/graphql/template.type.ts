import type { Fen, Id } from '@hub/core';
import { connectionOf, DateTimeScalar, FenScalar } from '@hub/graphql';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';

import type { TemplateRow, TemplateVersionRow } from '../data/template.read-model';
import { factOfLabel, factSource } from '../domain/fact-catalogue';
import type { ReportKind } from '../domain/report-kind';
import type { FieldOrigin, FieldType, TemplateField } from '../domain/template-field';
import { ReportKindEnum } from './report-kind.enum';
import { FieldOriginEnum, FieldTypeEnum } from './template-field.enum';

/** A field or a column, as it was set; what does not belong to its type is null. */
@ObjectType()
abstract class TemplateFieldShape {
  @Field(() => String, { description: '项目代码，在本模板内长期不变。' })
  key!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => FieldTypeEnum, { description: '类型。' })
  type!: FieldType;

  @Field(() => Boolean, { description: '是否必填。' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: '填报说明。' })
  hint!: string | null;

  @Field(() => Int, { nullable: true, description: '文本：最少字数，报送时检查。' })
  minLength!: number | null;

  @Field(() => Int, { nullable: true, description: '文本：最多字数。' })
  maxLength!: number | null;

  @Field(() => Int, { nullable: true, description: '数字：小数位数，未设为 0。' })
  decimals!: number | null;

  @Field(() => Float, { nullable: true, description: '数字：最小值。' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: '数字：最大值。' })
  max!: number | null;

  @Field(() => FenScalar, { nullable: true, description: '金额：最小值，分。' })
  minFen!: Fen | null;

  @Field(() => FenScalar, { nullable: true, description: '金额：最大值，分。' })
  maxFen!: Fen | null;

  @Field(() => String, { nullable: true, description: '计量单位，例如“次”。' })
  measure!: string | null;

  @Field(() => [String], { nullable: true, description: '选项：可选各项。' })
  options!: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: '选项：是否可多选。' })
  multiple!: boolean | null;
}

@ObjectType({ description: '表格的一栏。' })
export class ReportTemplateColumn extends TemplateFieldShape {}

@ObjectType({ description: '模板的一个项目。' })
export class ReportTemplateField extends TemplateFieldShape {
  @Field(() => FieldOriginEnum, { description: '内容来源。' })
  origin!: FieldOrigin['by'];

  @Field(() => String, { nullable: true, description: '由平台填入的：数据代码。' })
  fact!: string | null;

  @Field(() => String, { nullable: true, description: '由平台填入的：数据名称。' })
  factName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '由单位填写而平台已有的：数据代码；应改为由平台填入。平台没有为 null。',
  })
  knownAs!: string | null;

  @Field(() => String, { nullable: true, description: '由其他项目计算的：公式。' })
  formula!: string | null;

  @Field(() => [ReportTemplateColumn], { nullable: true, description: '表格：各栏。' })
  columns!: ReportTemplateColumn[] | null;

  @Field(() => Int, { nullable: true, description: '表格：最多行数。' })
  maxRows!: number | null;

  @Field(() => Int, { nullable: true, description: '附件：最多个数。' })
  maxFiles!: number | null;
}

@ObjectType({ description: '报送模板的一版：发布后不再改动，报送任务按下达时的版本填报。' })
export class ReportTemplateVersion {
  @Field(() => Int, { description: '版次，从 1 起。' })
  number!: number;

  @Field(() => [ReportTemplateField], { description: '各项目，按填报次序。' })
  fields!: ReportTemplateField[];

  @Field(() => Int, { description: '预计填报用时，分钟。' })
  minutes!: number;

  @Field(() => String, { nullable: true, description: '填报说明。' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: '发布时间。' })
  publishedAt!: Date;

  @Field(() => String, { description: '发布人姓名。' })
  publishedByName!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送模板：某一类报送要填的项目。' })
export class ReportTemplate {
  @Field(() => ID, { description: '模板标识。' })
  id!: Id;

  @Field(() => String, { description: '模板名称。' })
  name!: string;

  @Field(() => ReportKindEnum, { description: '报送类型。' })
  kind!: ReportKind;

  @Field(() => Boolean, { description: '报送前是否须单位负责人签发。' })
  signatureNeeded!: boolean;

  @Field(() => Int, { description: '现行版次。' })
  currentNumber!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '停用时间；在用为 null。' })
  retiredAt!: Date | null;

  @Field(() => String, { nullable: true, description: '停用理由。' })
  retireReason!: string | null;

  @Field(() => DateTimeScalar, { description: '首次发布时间。' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: '最近变动时间。' })
  updatedAt!: Date;

  @Field(() => Int, { description: '版本号，办理时须带上。' })
  version!: number;
}

@ObjectType({ description: '报送模板列表。' })
export class ReportTemplateConnection extends connectionOf(ReportTemplate) {}

export const toTemplate = (row: TemplateRow): ReportTemplate => ({ ...row });

export function toTemplateVersion({ fields, ...row }: TemplateVersionRow): ReportTemplateVersion {
  return { ...row, fields: fields.map(toTemplateField) };
}

function toTemplateField(field: TemplateField): ReportTemplateField {
  const { origin, columns, maxRows, maxFiles } = field;
  return {
    ...shapeOf(field),
    origin: origin.by,
    fact: origin.by === 'PREFILLED' ? origin.fact : null,
    factName: origin.by === 'PREFILLED' ? (factSource(origin.fact)?.name ?? null) : null,
    knownAs: origin.by === 'ASKED' ? (factOfLabel(field.label)?.code ?? null) : null,
    formula: origin.by === 'DERIVED' ? origin.formula : null,
    columns: columns?.map(shapeOf) ?? null,
    maxRows: maxRows ?? null,
    maxFiles: maxFiles ?? null,
  };
}

function shapeOf(field: TemplateField): TemplateFieldShape {
  const { key, label, type, required, min = null, max = null } = field;
  const isMoney = type === 'MONEY';
  return {
    key,
    label,
    type,
    required,
    hint: field.hint ?? null,
    minLength: field.minLength ?? null,
    maxLength: field.maxLength ?? null,
    decimals: field.decimals ?? null,
    min: isMoney ? null : min,
    max: isMoney ? null : max,
    minFen: isMoney ? min : null,
    maxFen: isMoney ? max : null,
    measure: field.measure ?? null,
    options: field.options ?? null,
    multiple: field.multiple ?? null,
  };
}
