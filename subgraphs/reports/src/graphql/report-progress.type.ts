import type { Id } from '@hub/core';
import { connectionOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { FigureRow } from '../data/figure.read-model';
import type { ProgressCount, TaskProgress } from '../domain/task-progress';
import type { FieldType } from '../domain/template-field';
import { FieldTypeEnum } from './template-field.enum';

@ObjectType({ description: '报送进度的计数。填报中至已免报八项之和为应报。' })
export class ReportProgressCount implements ProgressCount {
  @Field(() => Int, { description: '应报。' })
  asked!: number;

  @Field(() => Int, { description: '已报。' })
  handedIn!: number;

  @Field(() => Int, { description: '按期报。' })
  onTime!: number;

  @Field(() => Int, { description: '迟报：首次报送晚于期限。' })
  late!: number;

  @Field(() => Int, { description: '未报，无论是否到期。' })
  awaited!: number;

  @Field(() => Int, { description: '漏报：期限已过仍未报。' })
  missing!: number;

  @Field(() => Int, { description: '填报中。' })
  draft!: number;

  @Field(() => Int, { description: '单位审核中。' })
  unitReview!: number;

  @Field(() => Int, { description: '单位已签发。' })
  unitSigned!: number;

  @Field(() => Int, { description: '已报送待审。' })
  submitted!: number;

  @Field(() => Int, { description: '已退回。' })
  returned!: number;

  @Field(() => Int, { description: '已采纳。' })
  accepted!: number;

  @Field(() => Int, { description: '已随公文反馈。' })
  settled!: number;

  @Field(() => Int, { description: '已免报：党组织已撤销或由工委免报，不计未报、漏报。' })
  exempt!: number;

  @Field(() => Int, { description: '优秀。' })
  excellent!: number;
}

@ObjectType({ description: '一个片区或一种单位性质的报送进度。' })
export class ReportProgressGroup extends ReportProgressCount {
  @Field(() => String, { nullable: true, description: '片区标识或单位性质；未划片区为 null。' })
  key!: string | null;
}

@ObjectType({ description: '一项任务的报送进度；片区与性质按布置时的。' })
export class ReportProgress implements TaskProgress {
  @Field(() => ReportProgressCount, { description: '合计。' })
  total!: ReportProgressCount;

  @Field(() => [ReportProgressGroup], { description: '按片区。' })
  zones!: readonly ReportProgressGroup[];

  @Field(() => [ReportProgressGroup], { description: '按单位性质。' })
  natures!: readonly ReportProgressGroup[];
}

@ObjectType({ description: '一个项目汇总后的一行。' })
export class ReportAggregateRow {
  @Field(() => String, { nullable: true, description: '片区标识或单位性质；合计与未划片区为 null。' })
  key!: string | null;

  @Field(() => Int, { description: '填了该项目的报送份数。' })
  reports!: number;

  @Field(() => String, { description: '合计，十进制文本；金额以分计。' })
  total!: string;

  @Field(() => String, { description: '平均，十进制文本，两位小数。' })
  average!: string;
}

@ObjectType({ description: '一个数字或金额项目的汇总，按最近报出的内容。' })
export class ReportAggregates {
  @Field(() => String, { description: '项目代码。' })
  fieldKey!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => FieldTypeEnum, { description: '类型：数字或金额。' })
  type!: FieldType;

  @Field(() => String, { nullable: true, description: '计量单位。' })
  measure!: string | null;

  @Field(() => [ReportAggregateRow], { description: '各行；没有填报的组不列。' })
  rows!: readonly ReportAggregateRow[];
}

@ObjectType({ description: '一份报送在该项目上的数字。' })
export class ReportFigure {
  @Field(() => ID, { description: '报送标识。' })
  reportId!: Id;

  @Field(() => String, { description: '数字，十进制文本；金额以分计。' })
  value!: string;
}

@ObjectType({ description: '逐份的数字，大的在前。' })
export class ReportFigureConnection extends connectionOf(ReportFigure) {}

export const toReportFigure = (row: FigureRow): ReportFigure => row;
