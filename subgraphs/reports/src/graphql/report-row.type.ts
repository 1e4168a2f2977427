import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReportFlatRow, ReportValueFlatRow } from '../data/report-rows.read-model';
import type { AdoptionLevel } from '../domain/adoption';
import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';
import { isLate } from '../domain/tally';
import type { FieldType } from '../domain/template-field';
import { cellOf } from '../domain/workbook/cell-value';
import { AdoptionLevelEnum, ReportStateEnum } from './report.enum';
import { ReportKindEnum } from './report-kind.enum';
import { FieldTypeEnum } from './template-field.enum';

/** What names a report in a flat row. */
@ObjectType()
abstract class NamedReportRow {
  @Field(() => ID, { description: '报送标识。' })
  reportId!: Id;

  @Field(() => ReportKindEnum, { description: '种类。' })
  kind!: ReportKind;

  @Field(() => String, { description: '所属期。' })
  periodKey!: string;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => ID, { description: '单位标识。' })
  unitId!: Id;

  @Field(() => String, { nullable: true, description: '单位名称，按现在的。' })
  unitName!: string | null;

  @Field(() => ID, { description: '报送的党组织标识。' })
  organizationId!: Id;

  @Field(() => String, { description: '报送的党组织名称，按下达任务或新建时。' })
  organizationName!: string;

  @Field(() => ID, { nullable: true, description: '片区标识，按下达任务或新建时；未划片区为 null。' })
  zoneId!: Id | null;

  @Field(() => String, { description: '单位性质，按下达任务或新建时。' })
  nature!: string;
}

@ObjectType({ description: '报送明细平表的一行：一份报送，无论报了没有。' })
export class ReportRow extends NamedReportRow {
  @Field(() => ID, { nullable: true, description: '任务标识；自行报送的为 null。' })
  taskId!: Id | null;

  @Field(() => Int, { nullable: true, description: '单位在机构序列中的次序。' })
  protocolOrder!: number | null;

  @Field(() => ReportStateEnum, { description: '状态。' })
  state!: ReportState;

  @Field(() => DateTimeScalar, { nullable: true, description: '报送期限；自行报送的为 null。' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '退回后的补报期限；没有待补报的为 null。' })
  resubmitDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '首次报送时间；未报送为 null。' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次报送时间；未报送为 null。' })
  lastSubmittedAt!: Date | null;

  @Field(() => Boolean, { description: '是否迟报：按首次报送时间，退回补报不算。' })
  late!: boolean;

  @Field(() => Boolean, { description: '是否漏报：期限已过仍未报。' })
  missing!: boolean;

  @Field(() => Int, { description: '工委退回次数。' })
  returnCount!: number;

  @Field(() => Int, { nullable: true, description: '填报用时（分钟），由单位自报；平台不计时。' })
  minutesSpent!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '采纳时间。' })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '评为优秀的时间；不是优秀为 null。' })
  excellentAt!: Date | null;

  @Field(() => AdoptionLevelEnum, {
    nullable: true,
    description: '采用的最高级别；未被采用为 null。只作信息工作统计，不作考核依据。',
  })
  adoptedLevel!: AdoptionLevel | null;

  @Field(() => DateTimeScalar, { description: '最近一次变动时间。' })
  updatedAt!: Date;
}

@ObjectType({ description: '报送明细平表，新布置、新建的在前；顺序固定，可逐页取完。' })
export class ReportRowConnection extends connectionOf(ReportRow) {}

export const toReportRow = ({ firstSubmittedAt, submittedAt, ...row }: ReportFlatRow): ReportRow => ({
  ...row,
  submittedAt: firstSubmittedAt,
  lastSubmittedAt: submittedAt,
  late: isLate({ firstSubmittedAt, dueAt: row.dueAt }),
});

@ObjectType({ description: '报送内容平表的一行：一份报送的一个已填项目，按最近一次报出的。' })
export class ReportValueRow extends NamedReportRow {
  @Field(() => String, { description: '项目代码。' })
  fieldKey!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => FieldTypeEnum, { description: '类型。' })
  type!: FieldType;

  @Field(() => String, { nullable: true, description: '计量单位，例如“次”。' })
  measure!: string | null;

  @Field(() => String, {
    description:
      '所填内容：数字为十进制文本，金额以元计，多项选择以“；”分隔，附件只列个数，公文、单位、党组织只注明已填。',
  })
  value!: string;
}

@ObjectType({ description: '报送内容平表，新布置、新建的在前，同一份按项目次序；顺序固定，可逐页取完。' })
export class ReportValueRowConnection extends connectionOf(ReportValueRow) {}

export const toReportValueRow = ({ field, position: _, value, ...row }: ReportValueFlatRow): ReportValueRow => ({
  ...row,
  fieldKey: field.key,
  label: field.label,
  type: field.type,
  measure: field.measure ?? null,
  value: cellOf(value) ?? '',
});
