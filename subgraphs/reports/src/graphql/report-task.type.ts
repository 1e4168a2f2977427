import type { Id } from '@hub/core';
import { connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReportTaskRow } from '../data/report-task.read-model';
import { type PeriodKey, periodLabel } from '../domain/period';
import type { ReportKind } from '../domain/report-kind';
import type { TaskState } from '../domain/task-state';
import { DocumentStub } from './document.stub';
import { ReportKindEnum } from './report-kind.enum';
import { ReportTaskStateEnum } from './report-task.enum';

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送任务：工委要求各单位在某一期报送的事项。' })
export class ReportTask {
  @Field(() => ID, { description: '任务标识。' })
  id!: Id;

  @Field(() => ReportKindEnum, { description: '种类。' })
  kind!: ReportKind;

  @Field(() => String, { description: '任务名称。' })
  title!: string;

  @Field(() => String, { description: '所属期：2026-10（月）、2026Q3（季）、2026H1（半年）、2026（年）。' })
  periodKey!: PeriodKey;

  @Field(() => String, { description: '所属期的名称：2026年10月。' })
  periodLabel!: string;

  @Field(() => Int, { description: '所用模板的版本号。' })
  templateVersion!: number;

  /** What the graph shows as `plan`. */
  planId!: Id | null;

  @Field(() => DocumentStub, { nullable: true, description: '来由的公文；没有为 null。' })
  document!: DocumentStub | null;

  @Field(() => String, { nullable: true, description: '来由公文的发文字号。' })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: '来由公文的标题。' })
  documentTitle!: string | null;

  @Field(() => String, { nullable: true, description: '依据。' })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: '要求。' })
  requirement!: string | null;

  @Field(() => Int, { description: '布置的党组织数。' })
  askedCount!: number;

  @Field(() => DateScalar, { description: '报送截止日期。' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { description: '报送期限；个别单位经批准延期的见其报送。' })
  dueAt!: Date;

  @Field(() => String, { nullable: true, description: '仍要求填报平台已有或他处已要求内容的理由。' })
  duplicateReason!: string | null;

  @Field(() => ReportTaskStateEnum, { description: '状态。' })
  state!: TaskState;

  @Field(() => DateTimeScalar, { description: '布置时间。' })
  openedAt!: Date;

  @Field(() => String, { description: '布置人姓名。' })
  openedByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '暂停时间。' })
  pausedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时间。' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '结束的说明。' })
  closeReason!: string | null;

  @Field(() => DateTimeScalar, { description: '最近更新时间。' })
  updatedAt!: Date;

  @Field(() => Int, { description: '版本号，更新时须带上。' })
  version!: number;
}

@ObjectType({ description: '报送任务列表。' })
export class ReportTaskConnection extends connectionOf(ReportTask) {}

export function toReportTask({ documentId, ...row }: ReportTaskRow): ReportTask {
  const document = documentId === null ? null : { id: documentId };
  return { ...row, document, periodLabel: periodLabel(row.periodKey) };
}
