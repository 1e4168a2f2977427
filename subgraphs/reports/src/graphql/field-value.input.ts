import type { Fen, Id, LocalDate } from '@hub/core';
import { DateScalar, FenScalar } from '@hub/graphql';
import { Field, ID, InputType } from 'type-graphql';

import { refuseProblems } from '../domain/check-values';
import { type FieldProblem, fieldProblem } from '../domain/field-problem';
import type { FieldValue, FieldValues } from '../domain/field-value';

/** One of the columns is given; with none the field is emptied. */
@InputType()
abstract class GivenValue {
  @Field(() => String, { description: '项目代码。' })
  key!: string;

  @Field(() => String, { nullable: true, description: '文本。' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: '数字，十进制文本，例如 12.50。' })
  number?: string | null;

  @Field(() => FenScalar, { nullable: true, description: '金额，分。' })
  fen?: Fen | null;

  @Field(() => DateScalar, { nullable: true, description: '日期。' })
  date?: LocalDate | null;

  @Field(() => [String], { nullable: true, description: '所选选项。' })
  choices?: string[] | null;
}

@InputType({ description: '表格中的一格：按类型填一种内容。' })
export class ReportCellInput extends GivenValue {}

@InputType({ description: '表格中的一行。' })
export class ReportTableRowInput {
  @Field(() => [ReportCellInput], { description: '各格；空格可省略。' })
  cells!: ReportCellInput[];
}

@InputType({ description: '所填的一个项目：按类型填一种内容，都不填为清空。' })
export class ReportFieldInput extends GivenValue {
  @Field(() => [ReportTableRowInput], { nullable: true, description: '表格各行。' })
  rows?: ReportTableRowInput[] | null;

  @Field(() => [ID], { nullable: true, description: '附件标识。' })
  fileIds?: Id[] | null;

  @Field(() => ID, { nullable: true, description: '公文标识。' })
  documentId?: Id | null;

  @Field(() => ID, { nullable: true, description: '单位标识。' })
  unitId?: Id | null;

  @Field(() => ID, { nullable: true, description: '党组织标识。' })
  organizationId?: Id | null;
}

/** What a client filled in. Throws REPORT_FIELDS_INVALID where a field is given twice, or as two things at once. */
export function toFieldValues(inputs: readonly ReportFieldInput[]): FieldValues {
  const problems: FieldProblem[] = [];
  const values = collect(inputs, problems);
  refuseProblems(problems);
  return values;
}

function collect(inputs: readonly ReportFieldInput[], problems: FieldProblem[]): FieldValues {
  const values = new Map<string, FieldValue | null>();
  for (const input of inputs) {
    const given = givenOf(input, problems);
    const short = input.key.slice(0, 40);
    if (given.length > 1 || values.has(input.key)) {
      problems.push(fieldProblem({ key: short, label: short }, 'FIELD_GIVEN_TWICE'));
    }
    values.set(input.key, given[0] ?? null);
  }
  return Object.fromEntries([...values].filter((entry): entry is [string, FieldValue] => entry[1] !== null));
}

function givenOf(input: ReportFieldInput, problems: FieldProblem[]): FieldValue[] {
  const { text, number, fen, date, choices, rows, fileIds, documentId, unitId, organizationId } = input;
  const given: (FieldValue | null)[] = [
    isGiven(text) ? { type: 'TEXT', text } : null,
    isGiven(number) ? { type: 'NUMBER', number } : null,
    isGiven(fen) ? { type: 'MONEY', fen } : null,
    isGiven(date) ? { type: 'DATE', date } : null,
    isGiven(choices) ? { type: 'CHOICE', choices } : null,
    isGiven(rows) ? { type: 'TABLE', rows: rows.map(({ cells }) => collect(cells, problems)) } : null,
    isGiven(fileIds) ? { type: 'FILE', fileIds } : null,
    isGiven(documentId) ? { type: 'DOCUMENT', documentId } : null,
    isGiven(unitId) ? { type: 'UNIT', unitId } : null,
    isGiven(organizationId) ? { type: 'ORGANIZATION', organizationId } : null,
  ];
  return given.filter((value) => value !== null);
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
