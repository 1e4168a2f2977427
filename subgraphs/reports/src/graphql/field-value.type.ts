import type { Fen, Id, LocalDate } from '@hub/core';
import { DateScalar, FenScalar } from '@hub/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

import { checkValues } from '../domain/check-values';
import { type FieldProblemReason, isAbout } from '../domain/field-problem';
import { type FieldValue, type FieldValues, valueAt } from '../domain/field-value';
import { type FieldOrigin, type FieldType, isAsked, type TemplateField } from '../domain/template-field';
import { DocumentStub } from './document.stub';
import { OrganizationStub } from './organization.stub';
import { FieldOriginEnum, FieldProblemReasonEnum, FieldTypeEnum } from './template-field.enum';
import { UnitStub } from './unit.stub';

/** Which field or column it is. */
@ObjectType()
export abstract class NamedField {
  @Field(() => String, { description: '项目代码。' })
  key!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => FieldTypeEnum, { description: '类型。' })
  type!: FieldType;

  @Field(() => String, { nullable: true, description: '计量单位，例如“次”。' })
  measure!: string | null;
}

/** What one field or cell holds: the column of its type, and null in the others. */
@ObjectType()
abstract class HeldValue extends NamedField {
  @Field(() => String, { nullable: true, description: '文本。' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: '数字，十进制文本，例如 12.50。' })
  number!: string | null;

  @Field(() => FenScalar, { nullable: true, description: '金额，分。' })
  fen!: Fen | null;

  @Field(() => DateScalar, { nullable: true, description: '日期。' })
  date!: LocalDate | null;

  @Field(() => [String], { nullable: true, description: '所选选项。' })
  choices!: readonly string[] | null;
}

@ObjectType({ description: '表格中的一格。' })
export class ReportCell extends HeldValue {}

@ObjectType({ description: '表格中的一行。' })
export class ReportTableRow {
  @Field(() => [ReportCell], { description: '各格，按栏的次序；空格为 null 值。' })
  cells!: ReportCell[];
}

@ObjectType({ description: '填报内容的一处不正确。' })
export class ReportFieldProblem {
  @Field(() => String, { description: '项目代码；表格中的一格如 visits[2].place，行从 1 起。' })
  key!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => FieldProblemReasonEnum, { description: '原因。' })
  reason!: FieldProblemReason;

  @Field(() => String, { description: '说明。' })
  message!: string;
}

@ObjectType({ description: '报送的一个项目及所填内容。' })
export class ReportField extends HeldValue {
  @Field(() => FieldOriginEnum, { description: '内容来源。' })
  origin!: FieldOrigin['by'];

  @Field(() => Boolean, { description: '是否由平台填入而不能改写。' })
  locked!: boolean;

  @Field(() => Boolean, { description: '是否必填。' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: '填报说明。' })
  hint!: string | null;

  @Field(() => [ReportFieldProblem], { description: '报送之前还须改正的地方；没有为空。' })
  problems!: readonly ReportFieldProblem[];

  @Field(() => [ReportTableRow], { nullable: true, description: '表格各行。' })
  rows!: ReportTableRow[] | null;

  @Field(() => [ID], { nullable: true, description: '附件标识。' })
  fileIds!: readonly Id[] | null;

  @Field(() => DocumentStub, { nullable: true, description: '公文。' })
  document!: DocumentStub | null;

  @Field(() => UnitStub, { nullable: true, description: '单位。' })
  unit!: UnitStub | null;

  @Field(() => OrganizationStub, { nullable: true, description: '党组织。' })
  organization!: OrganizationStub | null;
}

/** The fields of a template with what they hold, in its order, and what is still wrong with what the unit filled in. */
export function showFields(fields: readonly TemplateField[], values: FieldValues): ReportField[] {
  const asked = Object.fromEntries(
    fields.filter(isAsked).flatMap(({ key }) => {
      const value = valueAt(values, key);
      return value === null ? [] : [[key, value]];
    }),
  );
  const problems = checkValues(fields, asked, { complete: true });
  return fields.map((field) => {
    const value = valueAt(values, field.key);
    return {
      ...held(field, value),
      origin: field.origin.by,
      locked: !isAsked(field),
      required: field.required,
      hint: field.hint ?? null,
      problems: problems.filter((problem) => isAbout(problem, field.key)),
      rows: value?.type === 'TABLE' ? value.rows.map((row) => ({ cells: cellsOf(field, row) })) : null,
      fileIds: value?.type === 'FILE' ? value.fileIds : null,
      document: value?.type === 'DOCUMENT' ? { id: value.documentId } : null,
      unit: value?.type === 'UNIT' ? { id: value.unitId } : null,
      organization: value?.type === 'ORGANIZATION' ? { id: value.organizationId } : null,
    };
  });
}

const cellsOf = ({ columns = [] }: TemplateField, row: FieldValues): ReportCell[] =>
  columns.map((column) => held(column, valueAt(row, column.key)));

export const nameOf = ({ key, label, type, measure }: TemplateField): NamedField => ({
  key,
  label,
  type,
  measure: measure ?? null,
});

export function held(field: TemplateField, value: FieldValue | null): ReportCell {
  return {
    ...nameOf(field),
    text: value?.type === 'TEXT' ? value.text : null,
    number: value?.type === 'NUMBER' ? value.number : null,
    fen: value?.type === 'MONEY' ? value.fen : null,
    date: value?.type === 'DATE' ? value.date : null,
    choices: value?.type === 'CHOICE' ? value.choices : null,
  };
}
