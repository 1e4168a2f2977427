import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { ReportKind } from '../domain/report-kind';
import { ReportKindEnum } from './report-kind.enum';

/** More are refused by the directory; this keeps it from being asked about a million. */
const LIST_LIMIT = 20_000;

@InputType({ description: '按分组列入报送范围。' })
export class ReportAudienceGroupInput {
  @Field(() => ID, { description: '分组标识。' })
  @IsId()
  groupId!: Id;
}

@InputType({ description: '单独列入报送范围的党组织。' })
export class ReportAudienceOrganizationInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;
}

@InputType({ description: '报送范围：分组和单独列入的党组织，减去排除的。' })
export class ReportAudienceInput {
  @Field(() => [ReportAudienceGroupInput], { defaultValue: [], description: '按分组列入；下达时确定成员。' })
  @ArrayMaxSize(LIST_LIMIT)
  @ValidateNested({ each: true })
  groups!: ReportAudienceGroupInput[];

  @Field(() => [ReportAudienceOrganizationInput], { defaultValue: [], description: '单独列入的党组织。' })
  @ArrayMaxSize(LIST_LIMIT)
  @ValidateNested({ each: true })
  organizations!: ReportAudienceOrganizationInput[];

  @Field(() => [ID], { defaultValue: [], description: '排除的党组织。' })
  @ArrayMaxSize(LIST_LIMIT)
  @IsId({ each: true })
  exclusions!: Id[];
}

@InputType({ description: '拟下达的报送任务，用于预览。' })
export class ReportTaskDemandInput {
  @Field(() => ReportKindEnum, { description: '报送类型；信息、亮点工作、表彰荣誉由单位随时报送，不下达任务。' })
  kind!: ReportKind;

  @Field(() => String, { description: '任务名称，2 至 200 字。' })
  title!: string;

  @Field(() => String, { description: '所属期：2026-10、2026Q3、2026H1 或 2026。' })
  periodKey!: string;

  @Field(() => ID, { description: '模板标识。' })
  @IsId()
  templateId!: Id;

  @Field(() => Int, { description: '模板版次，须为现行版。' })
  templateVersion!: number;

  @Field(() => ReportAudienceInput, { description: '报送范围。' })
  @ValidateNested()
  audience!: ReportAudienceInput;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '截止日期，当日 18 时；省略则按类型：月报为次月第 3 个工作日，季报为季后第 5 个工作日，半年报告为次月 5 日（遇非工作日顺延），其他须填写。',
  })
  dueOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: '依据，不超过 500 字。' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: '报送要求，不超过 5000 字。' })
  requirement?: string | null;

  @Field(() => ID, { nullable: true, description: '所依据的公文，须已发出；其反馈采纳后，该单位的报送视同完成。' })
  @IsId()
  documentId?: Id | null;
}

@InputType({ description: '下达报送任务。' })
export class OpenReportTaskInput extends ReportTaskDemandInput {
  @Field(() => String, {
    nullable: true,
    description: '仍要求填报平台已有或其他任务已在要求内容的理由，不超过 500 字。',
  })
  duplicateReason?: string | null;
}

@InputType()
abstract class TaskDecisionInput {
  @Field(() => ID, { description: '任务标识。' })
  @IsId()
  taskId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;
}

@InputType({ description: '暂停报送任务。' })
export class PauseReportTaskInput extends TaskDecisionInput {
  @Field(() => String, { description: '理由，不超过 150 字。' })
  reason!: string;
}

@InputType({ description: '恢复报送任务。' })
export class ResumeReportTaskInput extends TaskDecisionInput {
  @Field(() => DateScalar, { nullable: true, description: '另定的截止日期；原日期已过的必填。' })
  dueOn?: LocalDate | null;
}

@InputType({ description: '结束报送任务。' })
export class CloseReportTaskInput extends TaskDecisionInput {
  @Field(() => String, { nullable: true, description: '尚有未报送时的理由，不超过 150 字。' })
  reason?: string | null;
}

@InputType({ description: '调整报送任务的截止日期。' })
export class MoveReportTaskDueInput extends PauseReportTaskInput {
  @Field(() => DateScalar, { description: '新的截止日期。' })
  dueOn!: LocalDate;
}

@InputType({ description: '为一个党组织延长报送期限。' })
export class ExtendReportInput extends MoveReportTaskDueInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;
}
