import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { AgendaItem, ProposalItem } from '../agenda/read-agenda';
import type { DeadlineBook, DeadlineUrgency } from '../book';
import { wordsOf } from '../ledger/compose-notice';
import type { ObligationName } from '../rules/obligations';
import { ObligationEnum, type OwedBy, OwedByEnum, UrgencyEnum } from './deadline.enum';

@Directive('@shareable')
@ObjectType({ description: '期限：一个党组织就一件事所欠的一项义务。' })
export class Deadline {
  @Field(() => String, { description: '事项在图中的类型，例如 Receipt。' })
  aboutType!: string;

  @Field(() => ID, { description: '事项在图中的标识；不透明。' })
  aboutId!: string;

  @Field(() => String, { description: '事项名称。' })
  title!: string;

  @Field(() => ID, { description: '党组织标识。' })
  organizationId!: Id;

  @Field(() => String, { description: '党组织名称。' })
  organizationName!: string;

  @Field(() => ID, { nullable: true, description: '单位标识；工委自身的为 null。' })
  unitId!: Id | null;

  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ObligationName;

  @Field(() => String, { description: '所欠事项的名称。' })
  obligationName!: string;

  @Field(() => UrgencyEnum, { description: '紧急程度。' })
  urgency!: DeadlineUrgency;

  @Field(() => OwedByEnum, { description: '由谁办理。' })
  owedBy!: OwedBy;

  @Field(() => DateTimeScalar, { description: '起算时间。' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '期限。' })
  dueAt!: Date;

  @Field(() => Boolean, { description: '是否超期。' })
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: '据以计算的工作日历数据版本；发文方指定的为 null。' })
  calendarVersion!: string | null;

  @Field(() => Int, { description: '已催办到的级别；只有系统提醒的为 0。' })
  reminderLevel!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次提醒或催办的时间；没有为 null。' })
  remindedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '下一步的时间；不再有为 null，新设或变动的期限在下一分钟内安排。',
  })
  nextReminderAt!: Date | null;

  @Field(() => Int, { nullable: true, description: '下一步的级别：0 级由系统提醒，1 至 4 级由系统建议。' })
  nextLevel!: number | null;
}

@Directive('@shareable')
@ObjectType({ description: '期限列表，由近及远。' })
export class DeadlineConnection extends connectionOf(Deadline) {}

@Directive('@shareable')
@ObjectType({ description: '待确认的催办：系统按梯度建议，由人决定是否发出。' })
export class ReminderProposal {
  @Field(() => ID, { description: '催办标识。' })
  id!: Id;

  @Field(() => Int, { description: '建议的级别，1 至 4 级。' })
  level!: number;

  @Field(() => DateTimeScalar, { description: '按梯度应催办的时间。' })
  plannedAt!: Date;

  @Field(() => Boolean, { description: '是否书面督办：发出时须填督办文号。' })
  inWriting!: boolean;

  @Field(() => Deadline, { description: '所涉期限。' })
  deadline!: Deadline;
}

@Directive('@shareable')
@ObjectType({ description: '待确认的催办，先后为序。' })
export class ReminderProposalConnection extends connectionOf(ReminderProposal) {}

export function toDeadline(book: DeadlineBook, now: Date, { row, matter, nextLevel }: AgendaItem): Deadline {
  const { obligation, dueAt } = row;
  return {
    aboutType: matter.type,
    aboutId: matter.id,
    title: matter.title,
    organizationId: row.organizationId,
    organizationName: matter.organizationName,
    unitId: row.unitId,
    obligation: obligation as ObligationName,
    obligationName: wordsOf(book, obligation).name,
    urgency: matter.urgency,
    owedBy: matter.owedBy,
    startedAt: row.startedAt,
    dueAt,
    overdue: dueAt <= now,
    calendarVersion: row.calendarVersion,
    reminderLevel: row.reminderLevel,
    remindedAt: row.remindedAt,
    nextReminderAt: row.nextReminderAt,
    nextLevel,
  };
}

export function toProposal(book: DeadlineBook, now: Date, item: ProposalItem): ReminderProposal {
  const { reminderId: id, level, plannedAt } = item.row;
  return { id, level, plannedAt, inWriting: item.inWriting, deadline: toDeadline(book, now, item) };
}
