import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import { MOST_REMINDERS } from '../agenda/decide-reminders';
import type { DeadlineStanding } from '../agenda/read-agenda';
import type { ObligationName } from '../rules/obligations';
import { DeadlineStandingEnum, ObligationEnum } from './deadline.enum';

@InputType({ description: '期限的筛选；各项同时满足。' })
export class DeadlineFilterInput {
  @Field(() => DeadlineStandingEnum, { nullable: true, description: '是否已到期；省略为全部。' })
  standing?: DeadlineStanding | null;

  @Field(() => Int, { nullable: true, description: '若干日内到期的：0 为今日，至多 366。' })
  @IsOptional()
  @Min(0)
  @Max(366)
  withinDays?: number | null;

  @Field(() => [ObligationEnum], { nullable: true, description: '所欠事项，任一。' })
  obligations?: ObligationName[] | null;

  @Field(() => Int, { nullable: true, description: '至少已催办到的级别。' })
  minLevel?: number | null;

  @Field(() => ID, { nullable: true, description: '某一片区的单位。' })
  @IsOptional()
  @IsId()
  zoneId?: Id | null;
}

@InputType({ description: '待确认催办的筛选；各项同时满足。' })
export class ProposalFilterInput {
  @Field(() => [ObligationEnum], { nullable: true, description: '所欠事项，任一。' })
  obligations?: ObligationName[] | null;

  @Field(() => [Int], { nullable: true, description: '级别，任一。' })
  @IsOptional()
  @ArrayMaxSize(4)
  levels?: number[] | null;

  @Field(() => ID, { nullable: true, description: '某一片区的单位。' })
  @IsOptional()
  @IsId()
  zoneId?: Id | null;
}

@InputType({ description: '发出待确认的催办；全部发出或全部不发。' })
export class ReleaseRemindersInput {
  @Field(() => [ID], { description: '催办标识，1 至 200 个。' })
  @ArrayMaxSize(MOST_REMINDERS)
  @IsId({ each: true })
  reminderIds!: Id[];

  @Field(() => String, { nullable: true, description: '附言，随催办告知单位，不超过 2000 字。' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: '督办文号；书面督办必填，不超过 100 字。' })
  documentNumber?: string | null;
}

@InputType({ description: '对待确认的催办不予发出。' })
export class DeclineRemindersInput {
  @Field(() => [ID], { description: '催办标识，1 至 200 个。' })
  @ArrayMaxSize(MOST_REMINDERS)
  @IsId({ each: true })
  reminderIds!: Id[];

  @Field(() => String, { description: '理由，不超过 2000 字。' })
  reason!: string;
}

@InputType({ description: '答复催办。' })
export class AnswerReminderInput {
  @Field(() => ID, { description: '催办标识。' })
  @IsId()
  reminderId!: Id;

  @Field(() => String, { description: '答复，不超过 2000 字。' })
  text!: string;
}
