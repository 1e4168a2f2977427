import type { Id } from '@hub/core';
import { DateTimeScalar, described, enumOf, keysOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import {
  CHANGE_NAMES,
  type Change,
  type FieldDifference,
  type Passage,
  type RowDifference,
  type ValueDifference,
} from '../domain/difference/difference';
import type { ComparedReport, ReportDifference as Difference } from '../usecases/compare-reports';
import { held, NamedField, nameOf, ReportCell, ReportField, showFields } from './field-value.type';

const ReportChangeEnum = enumOf<Change>(keysOf(CHANGE_NAMES));

registerEnumType(ReportChangeEnum, {
  name: 'ReportChange',
  description: '两者之间的变化。',
  valuesConfig: described(CHANGE_NAMES),
});

@ObjectType({ description: '对比的一方：一份报送的一个版本。' })
export class ReportCompared {
  @Field(() => ID, { description: '报送标识。' })
  reportId!: Id;

  @Field(() => Int, { description: '第几版。' })
  number!: number;

  @Field(() => String, { description: '所属期。' })
  periodKey!: string;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => DateTimeScalar, { description: '该版保存时间。' })
  savedAt!: Date;
}

@ObjectType({ description: '文本的一段；各段依次相连，除去新增的为前者全文，除去减少的为后者全文。' })
export class ReportPassage implements Passage {
  @Field(() => ReportChangeEnum, { nullable: true, description: '新增或减少；两者都有的为 null。' })
  change!: Passage['change'];

  @Field(() => String, { description: '文字。' })
  text!: string;
}

/** What is told of a field as of a cell. */
@ObjectType()
abstract class DifferingField extends NamedField {
  @Field(() => ReportChangeEnum, { description: '变化：一方没有填（或模板没有该项）的为新增、减少。' })
  change!: Change;

  @Field(() => String, {
    nullable: true,
    description: '数字、金额的增减，后者减前者，十进制文本，金额以分计；一方没有填为 null。',
  })
  by!: string | null;

  @Field(() => String, { nullable: true, description: '增减占前者的百分比，两位小数；前者为 0 或没有填为 null。' })
  percent!: string | null;

  @Field(() => [ReportPassage], { nullable: true, description: '文本改动的各段。' })
  passages!: readonly ReportPassage[] | null;
}

@ObjectType({ description: '表格一行中有变化的一格。' })
export class ReportCellDifference extends DifferingField {
  @Field(() => ReportCell, { nullable: true, description: '前者。' })
  from!: ReportCell | null;

  @Field(() => ReportCell, { nullable: true, description: '后者。' })
  to!: ReportCell | null;
}

@ObjectType({ description: '表格中有变化的一行。内容与次序相同的行不列；同一处增减的行自上而下配对为改动。' })
export class ReportRowDifference {
  @Field(() => ReportChangeEnum, { description: '变化。' })
  change!: Change;

  @Field(() => Int, { nullable: true, description: '在前者中的行号，从 1 起；新增的为 null。' })
  fromRow!: number | null;

  @Field(() => Int, { nullable: true, description: '在后者中的行号，从 1 起；减少的为 null。' })
  toRow!: number | null;

  @Field(() => [ReportCellDifference], { description: '有变化的各格。' })
  cells!: readonly ReportCellDifference[];
}

@ObjectType({ description: '有变化的一个项目。' })
export class ReportFieldDifference extends DifferingField {
  @Field(() => ReportField, { nullable: true, description: '前者；没有填或模板没有该项为 null。' })
  from!: ReportField | null;

  @Field(() => ReportField, { nullable: true, description: '后者；没有填或模板没有该项为 null。' })
  to!: ReportField | null;

  @Field(() => [ReportRowDifference], { nullable: true, description: '表格有变化的各行，按后者的次序。' })
  rows!: readonly ReportRowDifference[] | null;
}

@ObjectType({ description: '两份报送内容的对比，只列有变化的项目。' })
export class ReportDifference {
  @Field(() => ReportCompared, { description: '前者。' })
  from!: ReportCompared;

  @Field(() => ReportCompared, { description: '后者。' })
  to!: ReportCompared;

  @Field(() => [ReportFieldDifference], { description: '有变化的项目，按后者模板的次序；没有变化为空。' })
  fields!: readonly ReportFieldDifference[];
}

export function toReportDifference({ from, to, fields }: Difference): ReportDifference {
  const [before, after] = [shownOf(from), shownOf(to)];
  return { from, to, fields: fields.map((difference) => toFieldDifference(difference, before, after)) };
}

type Shown = ReadonlyMap<string, ReportField>;

const shownOf = ({ fields, values }: ComparedReport): Shown =>
  new Map(showFields(fields, values).map((field) => [field.key, field]));

function toFieldDifference(difference: FieldDifference, before: Shown, after: Shown): ReportFieldDifference {
  const { field, from, to, rows } = difference;
  return {
    ...differing(difference),
    from: from && (before.get(field.key) ?? null),
    to: to && (after.get(field.key) ?? null),
    rows: rows?.map(toRowDifference) ?? null,
  };
}

const toRowDifference = (difference: RowDifference): ReportRowDifference => ({
  ...difference,
  cells: difference.cells.map((cell) => ({
    ...differing(cell),
    from: cell.from && held(cell.field, cell.from),
    to: cell.to && held(cell.field, cell.to),
  })),
});

const differing = ({ field, change, figure, passages }: ValueDifference): DifferingField => ({
  ...nameOf(field),
  change,
  by: figure?.by ?? null,
  percent: figure?.percent ?? null,
  passages,
});
