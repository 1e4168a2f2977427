import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReportPlanRow } from '../data/report-plan.read-model';
import { type Cadence, type PeriodKey, periodLabel } from '../domain/period';
import type { PlanState } from '../domain/plan-state';
import type { ReportKind } from '../domain/report-kind';
import { OrganizationStub } from './organization.stub';
import { ReportKindEnum } from './report-kind.enum';
import { ReportCadenceEnum, ReportPlanStateEnum } from './report-task.enum';

@ObjectType({ description: '暂缓：下一期的任务无法照原样下达，待处理后再试；每日重试一次。' })
export class ReportPlanHold {
  @Field(() => String, { description: '原因代码，例如 ASKED_TWICE、TEMPLATE_VERSION_GONE。' })
  code!: string;

  @Field(() => String, { description: '原因。' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '暂缓的时间。' })
  since!: Date;

  @Field(() => DateScalar, { description: '最近一次尝试的日期。' })
  triedOn!: LocalDate;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '定期任务：按周期自动下达报送任务。' })
export class ReportPlan {
  @Field(() => ID, { description: '定期任务标识。' })
  id!: Id;

  @Field(() => String, { description: '名称，不含所属期；各期任务的名称为所属期加名称。' })
  name!: string;

  @Field(() => ReportKindEnum, { description: '报送类型。' })
  kind!: ReportKind;

  @Field(() => ReportCadenceEnum, { description: '下达周期。' })
  cadence!: Cadence;

  /** What the graph shows as `template`. */
  templateId!: Id;

  @Field(() => Int, { nullable: true, description: '截止日期为期后第几个工作日；按日期定的为 null。' })
  dueWorkdays!: number | null;

  @Field(() => Int, { nullable: true, description: '截止日期为期后首月几日，遇非工作日顺延；按工作日定的为 null。' })
  dueDay!: number | null;

  @Field(() => Int, { description: '期末前几天下达；0 为期满次日。' })
  daysAhead!: number;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [ID], { description: '按分组列入的报送范围：分组标识；每期下达时确定成员。' })
  groupIds!: readonly Id[];

  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [OrganizationStub], { description: '单独列入的党组织。' })
  organizations!: OrganizationStub[];

  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [OrganizationStub], { description: '排除的党组织。' })
  exclusions!: OrganizationStub[];

  @Field(() => String, { nullable: true, description: '依据。' })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: '报送要求。' })
  requirement!: string | null;

  @Field(() => String, { nullable: true, description: '仍要求填报平台已有或他处已要求内容的理由。' })
  duplicateReason!: string | null;

  @Field(() => ReportPlanStateEnum, { description: '状态。' })
  state!: PlanState;

  @Field(() => String, { nullable: true, description: '下一期；已终止的为 null。' })
  nextPeriod!: PeriodKey | null;

  @Field(() => String, { nullable: true, description: '下一期的名称：2026年10月。' })
  nextPeriodLabel!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '下一期的下达日期；已终止的为 null。' })
  nextOpensOn!: LocalDate | null;

  @Field(() => ReportPlanHold, { nullable: true, description: '暂缓的情况；正常的为 null。' })
  held!: ReportPlanHold | null;

  @Field(() => DateTimeScalar, { description: '设立时间。' })
  createdAt!: Date;

  @Field(() => String, { description: '设立人姓名。' })
  createdByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '暂停时间。' })
  pausedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '终止时间。' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '终止的理由。' })
  endReason!: string | null;

  @Field(() => DateTimeScalar, { description: '最近更新时间。' })
  updatedAt!: Date;

  @Field(() => Int, { description: '版本号，办理时须带上。' })
  version!: number;
}

@ObjectType({ description: '定期任务列表。' })
export class ReportPlanConnection extends connectionOf(ReportPlan) {}

@ObjectType({ description: '恢复定期任务的结果。' })
export class ReportPlanResumption {
  @Field(() => ReportPlan, { description: '恢复后的定期任务。' })
  plan!: ReportPlan;

  @Directive('@listSize(assumedSize: 12)')
  @Field(() => [String], { description: '暂停期间已过下达日期、不再补下的各期。' })
  skipped!: readonly PeriodKey[];
}

export function toReportPlan({ rule, audience, ...row }: ReportPlanRow): ReportPlan {
  const goesOn = row.state !== 'ENDED';
  return {
    ...row,
    dueWorkdays: rule.by === 'WORKDAYS' ? rule.workdays : null,
    dueDay: rule.by === 'DAY' ? rule.day : null,
    daysAhead: rule.daysAhead,
    groupIds: audience.groups.map(({ groupId }) => groupId),
    organizations: audience.organizations.map(({ organizationId }) => ({ id: organizationId })),
    exclusions: audience.exclusions.map((id) => ({ id })),
    nextPeriod: goesOn ? row.nextPeriod : null,
    nextPeriodLabel: goesOn ? periodLabel(row.nextPeriod) : null,
    nextOpensOn: goesOn ? row.nextOpensOn : null,
    held: holdOf(row),
  };
}

type Held = Pick<ReportPlanRow, 'heldCode' | 'heldReason' | 'heldSince' | 'triedOn'>;

function holdOf({ heldCode, heldReason, heldSince, triedOn }: Held): ReportPlanHold | null {
  if (heldCode === null || heldReason === null || heldSince === null || triedOn === null) return null;
  return { code: heldCode, reason: heldReason, since: heldSince, triedOn };
}
