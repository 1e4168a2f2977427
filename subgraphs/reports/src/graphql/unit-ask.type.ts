import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

import { askOf } from '../domain/burden';
import { periodLabel } from '../domain/period';
import { REPORT_KIND_NAMES } from '../domain/report-kind';
import { REPORT_STATE_NAMES } from '../domain/report-state';
import type { UnitAsk as UnitAskRow } from '../usecases/read-unit-asks';
import { AskedFields } from './asked-fields';
import { OrganizationStub } from './organization.stub';

@ObjectType({ description: '本月要报的一项：一个党组织就一项任务应报的材料。' })
export class UnitAsk extends AskedFields {
  @Field(() => String, { description: '所属期名称，例如“2026年10月”。' })
  periodLabel!: string;

  @Field(() => OrganizationStub, { description: '应报的党组织。' })
  organization!: OrganizationStub;

  @Field(() => String, { description: '党组织名称。' })
  organizationName!: string;

  @Field(() => String, { description: '状态，例如“填报中”。' })
  stateName!: string;

  @Field(() => DateTimeScalar, { description: '应报时间；退回重报的为重报期限。' })
  dueAt!: Date;

  @Field(() => Boolean, { description: '单位是否还要办理。' })
  open!: boolean;

  @Field(() => Boolean, { description: '是否已超期而未办。' })
  overdue!: boolean;

  @Field(() => Boolean, { description: '是否被退回待重报。' })
  returned!: boolean;

  @Field(() => Boolean, { description: '任务是否暂停。' })
  paused!: boolean;

  @Field(() => Int, { description: '须由单位填写的项目数。' })
  askedFields!: number;

  @Field(() => Int, { description: '平台已掌握、自动填入的项目数。' })
  knownFields!: number;

  @Field(() => Int, { description: '预计填报用时，分钟。' })
  minutesEstimated!: number;
}

@ObjectType({ description: '本月要报的各项。' })
export class UnitAskConnection extends connectionOf(UnitAsk) {}

/** What the resolver of its fields still needs. */
export type ShownAsk = UnitAsk & { readonly row: UnitAskRow };

export function toUnitAsk(row: UnitAskRow): ShownAsk {
  const { askedFields, knownFields, minutes } = askOf(row.fields, row.minutes);
  return {
    row,
    reportId: row.reportId,
    taskId: row.taskId,
    title: row.title,
    kindName: REPORT_KIND_NAMES[row.kind],
    periodKey: row.periodKey,
    periodLabel: periodLabel(row.periodKey),
    organization: { id: row.organizationId },
    organizationName: row.organizationName,
    stateName: REPORT_STATE_NAMES[row.state],
    dueAt: row.dueAt,
    open: row.open,
    overdue: row.overdue,
    returned: row.returned,
    paused: row.taskPaused,
    askedFields,
    knownFields,
    minutesEstimated: minutes,
  };
}
