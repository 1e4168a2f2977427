import type { Id } from '@hub/core';
import { Classified, connectionOf, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReportRow } from '../data/report.read-model';
import { isOwed } from '../domain/owed';
import type { ReportKind } from '../domain/report-kind';
import { possibleReportActs, type ReportAct, type ReportState } from '../domain/report-state';
import { isLate } from '../domain/tally';
import { OrganizationStub } from './organization.stub';
import { ReportActEnum, ReportStateEnum } from './report.enum';
import { ReportKindEnum } from './report-kind.enum';
import { UnitStub } from './unit.stub';

@Directive('@key(fields: "id")')
@ObjectType({ description: '报送：一个党组织就一项任务的报送，或自行报送的信息、亮点工作、表彰荣誉。' })
export class Report {
  @Field(() => ID, { description: '报送标识。' })
  id!: Id;

  @Field(() => UnitStub, { description: '报送单位。' })
  unit!: UnitStub;

  @Field(() => OrganizationStub, { description: '报送的党组织。' })
  organization!: OrganizationStub;

  @Field(() => String, { description: '报送的党组织名称，按下达任务或新建时。' })
  organizationName!: string;

  @Field(() => ReportKindEnum, { description: '类型。' })
  kind!: ReportKind;

  @Field(() => String, { description: '所属期：2026-10（月）、2026Q3（季）、2026H1（半年）、2026（年）。' })
  periodKey!: string;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => ReportStateEnum, { description: '状态。' })
  state!: ReportState;

  @Field(() => [ReportActEnum], { description: '按状态可做的操作；能否由本人办理还要看岗位。' })
  possibleActs!: readonly ReportAct[];

  @Field(() => DateTimeScalar, { nullable: true, description: '报送期限；自行报送的为 null。' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '退回后的补报期限；没有待补报的为 null。' })
  resubmitDueAt!: Date | null;

  @Field(() => Boolean, { description: '是否尚待单位报送（含退回待补报）。' })
  owed!: boolean;

  @Field(() => Boolean, { description: '是否迟报：按首次报送时间，退回补报不算。' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '首次报送时间；未报送为 null。' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次报送时间；未报送为 null。' })
  lastSubmittedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '报送人姓名。' })
  submittedByName!: string | null;

  @Field(() => String, { nullable: true, description: '拟稿人姓名。' })
  drafterName!: string | null;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '联系电话。' })
  contactPhone!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '签发时间。' })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '签发人姓名。' })
  signedByName!: string | null;

  @Field(() => Boolean, { nullable: true, description: '单位是否同意公开；未报送为 null。' })
  publicAllowed!: boolean | null;

  @Field(() => Int, { nullable: true, description: '填报用时（分钟），由单位自报；平台不计时。' })
  minutesSpent!: number | null;

  @Field(() => Int, { description: '工委退回次数。' })
  returnCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '采纳时间。' })
  acceptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '采纳人姓名。' })
  acceptedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '评为优秀的时间；不是优秀为 null。' })
  excellentAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '随公文反馈办结的时间。' })
  settledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '免报时间：党组织已撤销，或由工委免报；并非已报。',
  })
  exemptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '免报理由。' })
  exemptReason!: string | null;

  @Field(() => DateTimeScalar, { description: '最近一次变动时间。' })
  updatedAt!: Date;

  @Field(() => Int, { description: '版本号；决定时带上所见的版本。' })
  version!: number;

  taskId!: Id | null;
}

@ObjectType({ description: '报送列表。' })
export class ReportConnection extends connectionOf(Report) {}

export function toReport(row: ReportRow): Report {
  const { reportId, unitId, organizationId, excellentByName: _, ...shown } = row;
  return {
    ...shown,
    id: reportId,
    unit: { id: unitId },
    organization: { id: organizationId },
    possibleActs: possibleReportActs(row),
    owed: isOwed(row.state),
    late: isLate(row),
    submittedAt: row.firstSubmittedAt,
    lastSubmittedAt: row.submittedAt,
  };
}
