import type { Id, LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { DoubleDemand } from '../domain/ask-once';
import type { PreparedTask } from '../usecases/prepare-task';
import { OrganizationStub } from './organization.stub';
import { UnitStub } from './unit.stub';

@ObjectType({ description: '重复要求：平台已有，或其他任务已在要求的一项内容（一数一源）。' })
export class ReportDoubleDemand {
  @Field(() => String, { description: '项目代码。' })
  key!: string;

  @Field(() => String, { description: '项目名称。' })
  label!: string;

  @Field(() => String, { nullable: true, description: '平台已有数据的代码；是其他任务在要求的为 null。' })
  fact!: string | null;

  @Field(() => ID, { nullable: true, description: '已在要求的任务；是平台已有的为 null。' })
  taskId!: Id | null;

  @Field(() => String, { description: '平台数据或任务的名称。' })
  name!: string;

  @Field(() => String, { nullable: true, description: '该任务的所属期。' })
  periodKey!: string | null;

  @Field(() => String, { nullable: true, description: '该任务中的项目名称。' })
  otherLabel!: string | null;
}

@ObjectType({ description: '将被要求报送的党组织。' })
export class AskedOrganizationType {
  @Field(() => OrganizationStub, { description: '党组织。' })
  organization!: OrganizationStub;

  @Field(() => String, { description: '党组织名称。' })
  organizationName!: string;

  @Field(() => UnitStub, { description: '所属单位。' })
  unit!: UnitStub;

  @Field(() => String, { description: '单位名称。' })
  unitName!: string;
}

@ObjectType({ description: '下达预览：要求谁、到何时、预计用时，以及重复要求的内容。' })
export class ReportTaskPreview {
  @Field(() => Int, { description: '将被要求报送的党组织数。' })
  askedCount!: number;

  @Field(() => Int, { description: '其中对所依据公文的反馈已采纳、无需另行报送的党组织数。' })
  answeredCount!: number;

  @Field(() => [AskedOrganizationType], { description: '将被要求报送的党组织，按机构序列。' })
  organizations!: AskedOrganizationType[];

  @Field(() => DateScalar, { description: '截止日期。' })
  dueOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: '报送期限。' })
  dueAt!: Date;

  @Field(() => Int, { description: '每个单位预计用时，分钟。' })
  minutes!: number;

  @Field(() => [ReportDoubleDemand], { description: '重复要求；下达时须说明理由。' })
  findings!: ReportDoubleDemand[];
}

const NOTHING = { fact: null, taskId: null, periodKey: null, otherLabel: null };

const toDoubleDemand = (demand: DoubleDemand): ReportDoubleDemand => ({ ...NOTHING, ...demand });

export function toPreview({ organizations, answered, due, template, findings }: PreparedTask): ReportTaskPreview {
  return {
    askedCount: organizations.length,
    answeredCount: answered.size,
    organizations: organizations.map(({ organizationId, organizationName, unitId, unitName }) => ({
      organization: { id: organizationId },
      organizationName,
      unit: { id: unitId },
      unitName,
    })),
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    minutes: template.minutes,
    findings: findings.map(toDoubleDemand),
  };
}
