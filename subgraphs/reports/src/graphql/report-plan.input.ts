import type { Id } from '@hub/core';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { ReportPlanFilter } from '../data/report-plan.read-model';
import type { Cadence } from '../domain/period';
import type { PlanState } from '../domain/plan-state';
import type { ReportKind } from '../domain/report-kind';
import { ReportAudienceInput } from './report-asking.input';
import { ReportKindEnum } from './report-kind.enum';
import { ReportCadenceEnum, ReportPlanStateEnum } from './report-task.enum';

@InputType({ description: '定期任务筛选条件；各项同时满足。' })
export class ReportPlanFilterInput implements ReportPlanFilter {
  @Field(() => [ReportPlanStateEnum], { nullable: true, description: '状态，任一。' })
  states?: PlanState[] | null;

  @Field(() => [ReportKindEnum], { nullable: true, description: '种类，任一。' })
  kinds?: ReportKind[] | null;

  @Field(() => Boolean, { nullable: true, description: '是否暂缓。' })
  held?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此后有更新的，供增量取数。' })
  updatedSince?: Date | null;
}

@InputType()
abstract class PlanDemandInput {
  @Field(() => String, { description: '名称，2 至 180 字，不含所属期。' })
  name!: string;

  @Field(() => ID, { description: '模板标识；每期用当时的现行版。' })
  @IsId()
  templateId!: Id;

  @Field(() => ReportAudienceInput, { description: '报送范围；每期下达时确定。' })
  @ValidateNested()
  audience!: ReportAudienceInput;

  @Field(() => Int, {
    nullable: true,
    description: '截止日期为期后第几个工作日，1 至 60；与 dueDay 只填一项，都省略则按类型的惯例。',
  })
  dueWorkdays?: number | null;

  @Field(() => Int, { nullable: true, description: '截止日期为期后首月几日，1 至 28，遇非工作日顺延。' })
  dueDay?: number | null;

  @Field(() => Int, { nullable: true, description: '期末前几天下达，0 至 60；省略为 5。' })
  daysAhead?: number | null;

  @Field(() => String, { nullable: true, description: '依据，不超过 500 字。' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: '报送要求，不超过 5000 字。' })
  requirement?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '仍要求填报平台已有或其他任务已在要求内容的理由，不超过 500 字。',
  })
  duplicateReason?: string | null;
}

@InputType({ description: '设立定期任务。' })
export class CreateReportPlanInput extends PlanDemandInput {
  @Field(() => ReportKindEnum, { description: '报送类型；由公文布置的和单位随时报送的不能定期下达。' })
  kind!: ReportKind;

  @Field(() => ReportCadenceEnum, { nullable: true, description: '下达周期；省略则按类型，专题须填写。' })
  cadence?: Cadence | null;

  @Field(() => String, { nullable: true, description: '起始所属期，最早为上一期；省略为当前一期。' })
  firstPeriod?: string | null;
}

@InputType({ description: '修订定期任务：以下各期照此下达；类型和周期不变。' })
export class ReviseReportPlanInput extends PlanDemandInput {
  @Field(() => ID, { description: '定期任务标识。' })
  @IsId()
  planId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;
}

@InputType({ description: '恢复定期任务。' })
export class ResumeReportPlanInput {
  @Field(() => ID, { description: '定期任务标识。' })
  @IsId()
  planId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;
}

@InputType({ description: '暂停或终止定期任务。' })
export class StopReportPlanInput extends ResumeReportPlanInput {
  @Field(() => String, { description: '理由，不超过 150 字。' })
  reason!: string;
}
