import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReminderRow } from '../agenda/reminder-history';
import type { ReminderChannel, ReminderStateName } from '../ledger/reminder-rows';
import type { ObligationName } from '../rules/obligations';
import { ObligationEnum, ReminderChannelEnum, ReminderStateEnum } from './deadline.enum';

@Directive('@shareable')
@ObjectType({ description: '催办台账中的一条：何时、哪一级、以何方式催办，以及答复。单位只见已告知本单位的。' })
export class Reminder {
  @Field(() => ID, { description: '催办标识。' })
  id!: Id;

  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ObligationName;

  @Field(() => Int, { description: '级别：0 级为系统提醒，1 至 4 级为催办。' })
  level!: number;

  @Field(() => ReminderStateEnum, { description: '状态。' })
  state!: ReminderStateName;

  @Field(() => ReminderChannelEnum, { description: '方式。' })
  channel!: ReminderChannel;

  @Field(() => DateTimeScalar, { description: '所催的期限；期限此后变动的，以当时为准。' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { description: '按梯度应催办的时间；人工催办为办理时间。' })
  plannedAt!: Date;

  @Field(() => DateTimeScalar, { description: '记入台账的时间。' })
  enteredAt!: Date;

  @Field(() => String, { nullable: true, description: '催办说明，不予催办或免于催办的理由。' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '督办文号。' })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: '办理人姓名；系统提醒为 null。' })
  decidedByName!: string | null;

  @Field(() => String, { nullable: true, description: '办理人岗位。' })
  decidedByTitle!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '办理时间。' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '答复；没有为 null。' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: '答复人姓名；电话答复的，为记录人姓名。' })
  answeredByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '答复时间。' })
  answeredAt!: Date | null;
}

export function toReminder({ reminderId: id, obligation, ...row }: ReminderRow): Reminder {
  return { ...row, id, obligation: obligation as ObligationName };
}
