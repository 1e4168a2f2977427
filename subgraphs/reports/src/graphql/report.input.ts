import type { Id, LocalDate } from '@hub/core';
import { Classified, DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { AdoptionLevel } from '../domain/adoption';
import type { PublicationReaders } from '../domain/publication';
import type { ReportKind } from '../domain/report-kind';
import type { ReportReturnReason } from '../domain/report-return';
import { ReportFieldInput } from './field-value.input';
import { AdoptionLevelEnum, PublicationReadersEnum, ReportReturnReasonEnum } from './report.enum';
import { ReportKindEnum } from './report-kind.enum';

const MOST_READERS = 1000;
const MOST_FIELDS = 200;
const MOST_REASONS = 8;

@InputType({ description: '新建信息、亮点工作或表彰荣誉。' })
export class StartReportInput {
  @Field(() => ReportKindEnum, { description: '类型：信息、亮点工作或表彰荣誉。' })
  kind!: ReportKind;

  @Field(() => String, { description: '标题，2 至 200 字。' })
  title!: string;

  @Field(() => ID, { description: '模板标识。' })
  @IsId()
  templateId!: Id;

  @Field(() => Int, { description: '所见模板的版本；已有新版则拒绝（TEMPLATE_VERSION_GONE）。' })
  templateVersion!: number;

  @Field(() => ID, { nullable: true, description: '本单位的党组织；省略为本岗位所在的。' })
  @IsOptional()
  @IsId()
  organizationId?: Id | null;

  @Field(() => String, { nullable: true, description: '所属期，例如 2026-10；省略为本月。' })
  periodKey?: string | null;
}

@InputType({ description: '对一件报送的决定。' })
export class ReportDecisionInput {
  @Field(() => ID, { description: '报送标识。' })
  @IsId()
  reportId!: Id;

  @Field(() => Int, { description: '所见报送的版本号；已被更新则拒绝（STALE_VERSION）。' })
  expectedVersion!: number;
}

@InputType({ description: '免报。' })
export class ExemptReportInput extends ReportDecisionInput {
  @Field(() => String, { description: '理由，不超过 150 字。' })
  reason!: string;
}

@InputType({ description: '保存填报内容。' })
export class SaveReportInput extends ReportDecisionInput {
  @Field(() => [ReportFieldInput], { description: '已填的全部项目；没有给出的即为空。' })
  fields!: ReportFieldInput[];

  @Field(() => String, { nullable: true, description: '标题；只用于自行报送的。' })
  title?: string | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '联系电话；省略则不变。' })
  contactPhone?: string | null;
}

@InputType({ description: '单位内退回修改。' })
export class SendReportBackInput extends ReportDecisionInput {
  @Field(() => String, { description: '说明，不超过 2000 字。' })
  note!: string;
}

@InputType({ description: '报送。' })
export class SubmitReportInput extends ReportDecisionInput {
  @Field(() => Boolean, { description: '非涉密承诺。' })
  notClassifiedPledge!: boolean;

  @Field(() => Boolean, { description: '是否可公开：工委可否刊发给其他单位。' })
  publicAllowed!: boolean;

  @Field(() => Int, { nullable: true, description: '填报用时（分钟），自愿填写，1 至 10000。' })
  minutesSpent?: number | null;
}

@InputType({ description: '退回时标注的一个项目。' })
export class ReportFieldMarkInput {
  @Field(() => String, { description: '项目代码。' })
  key!: string;

  @Field(() => String, { nullable: true, description: '标注，不超过 2000 字。' })
  note?: string | null;
}

@InputType({ description: '退回报送。' })
export class ReturnReportInput extends ReportDecisionInput {
  @Field(() => [ReportReturnReasonEnum], { description: '理由，至少一项。' })
  @ArrayMaxSize(MOST_REASONS)
  reasons!: ReportReturnReason[];

  @Field(() => [ReportFieldMarkInput], { nullable: true, description: '标注的项目。' })
  @IsOptional()
  @ArrayMaxSize(MOST_FIELDS)
  marks?: ReportFieldMarkInput[] | null;

  @Field(() => String, { nullable: true, description: '说明，不超过 2000 字；理由为重复报送、其他的必填。' })
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '补报期限；省略为原期限，且不少于3个工作日。' })
  until?: LocalDate | null;
}

@InputType({ description: '评为优秀，或取消。' })
export class CommendReportInput extends ReportDecisionInput {
  @Field(() => Boolean, { defaultValue: true, description: '是否优秀；否为取消。' })
  excellent!: boolean;
}

@InputType({ description: '登记采用。' })
export class AdoptReportInput extends ReportDecisionInput {
  @Field(() => AdoptionLevelEnum, { description: '级别。' })
  level!: AdoptionLevel;

  @Field(() => String, { description: '采用渠道，例如《机关党建信息》第12期，不超过 100 字。' })
  channel!: string;

  @Field(() => DateScalar, { description: '采用日期。' })
  adoptedOn!: LocalDate;
}

@InputType({ description: '撤销采用。' })
export class RevokeAdoptionInput extends ReportDecisionInput {
  @Field(() => ID, { description: '采用标识。' })
  @IsId()
  adoptionId!: Id;

  @Field(() => String, { description: '理由，不超过 500 字。' })
  reason!: string;
}

@InputType({ description: '刊发。' })
export class PublishReportInput extends ReportDecisionInput {
  @Field(() => String, { nullable: true, description: '刊发标题；省略为报送标题。' })
  title?: string | null;

  @Field(() => [String], { description: '刊发的项目代码；附件不能刊发。' })
  @ArrayMaxSize(MOST_FIELDS)
  fieldKeys!: string[];

  @Field(() => PublicationReadersEnum, { description: '刊发范围。' })
  readers!: PublicationReaders;

  @Field(() => [ID], { nullable: true, description: '选定的单位，至多 1000 个。' })
  @IsOptional()
  @ArrayMaxSize(MOST_READERS)
  @IsId({ each: true })
  unitIds?: Id[] | null;
}

@InputType({ description: '撤下刊发。' })
export class WithdrawPublicationInput {
  @Field(() => ID, { description: '刊发标识。' })
  @IsId()
  publicationId!: Id;

  @Field(() => Int, { description: '所见刊发的版本号；已被更新则拒绝（STALE_VERSION）。' })
  expectedVersion!: number;

  @Field(() => String, { description: '理由，不超过 500 字。' })
  reason!: string;
}
