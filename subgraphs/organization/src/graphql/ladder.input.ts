import type { Ladder, LadderStep } from '@hub/contracts';
import type { Id, LocalDate, OutsideChannelName } from '@hub/core';
import { type DeadlineUrgency, ladderError, ObligationEnum, type ObligationName, UrgencyEnum } from '@hub/deadlines';
import { DateScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, ArrayUnique, MaxLength, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

import { type LadderAddressee, LadderAddresseeEnum } from './ladder.enum';
import { OutsideChannelEnum } from './notice.enum';

@InputType({ description: '梯度中的一步。时间五项中填且只填一项。' })
export class LadderStepInput {
  @Field(() => String, { description: '步骤代码：大写字母开头，在梯度内唯一，例如 HALF、L1。' })
  @MaxLength(31)
  code!: string;

  @Field(() => Int, { description: '级别：0 级由系统自动提醒，1 至 4 级由系统建议、人工发出；不得低于上一步。' })
  level!: number;

  @Field(() => Float, { nullable: true, description: '已过时限的份额：大于 0，至 1（到期）。' })
  share?: number | null;

  @Field(() => Float, { nullable: true, description: '到期后若干小时。' })
  hoursAfter?: number | null;

  @Field(() => Int, { nullable: true, description: '到期后若干工作日。' })
  workdaysAfter?: number | null;

  @Field(() => Int, { nullable: true, description: '到期前若干个月，至多 60。' })
  monthsBefore?: number | null;

  @Field(() => Int, { nullable: true, description: '到期当月的某日，1 至 28。' })
  dayOfMonth?: number | null;

  @Field(() => Int, { nullable: true, description: '此后每隔若干日重复；只能用于最后一步。' })
  repeatDays?: number | null;

  @Field(() => [LadderAddresseeEnum], { description: '提醒谁，至少一项。' })
  @ArrayUnique()
  @ArrayMaxSize(6)
  addressees!: LadderAddressee[];

  @Field(() => [OutsideChannelEnum], {
    nullable: true,
    description: '经哪些站外渠道；省略为本人启用的各渠道，空表示只在站内。',
  })
  @ArrayUnique()
  @ArrayMaxSize(4)
  channels?: OutsideChannelName[] | null;

  @Field(() => Boolean, { defaultValue: false, description: '是否书面督办：发出时须填督办文号。' })
  inWriting!: boolean;
}

@InputType({ description: '施行一项催办梯度。' })
export class SetLadderInput {
  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ObligationName;

  @Field(() => UrgencyEnum, { nullable: true, description: '只适用的紧急程度；省略为不分。' })
  urgency?: DeadlineUrgency | null;

  @Field(() => DateScalar, { description: '起施行日，自明日起；已起算的时限不受影响。同日已有的，以此为准。' })
  validFrom!: LocalDate;

  @Field(() => [LadderStepInput], { description: '各步，先后为序，1 至 20 步。' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  steps!: LadderStepInput[];

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '取消一项尚未施行的催办梯度。' })
export class RemoveLadderInput {
  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ObligationName;

  @Field(() => UrgencyEnum, { nullable: true, description: '只适用的紧急程度；不分为省略。' })
  urgency?: DeadlineUrgency | null;

  @Field(() => DateScalar, { description: '起施行日。' })
  validFrom!: LocalDate;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '免打扰时段。' })
export class UrgingQuietHoursInput {
  @Field(() => String, { description: '起，形如 20:00。' })
  @MaxLength(5)
  from!: string;

  @Field(() => String, { description: '止，形如 08:00；早于起的，为次日。' })
  @MaxLength(5)
  to!: string;
}

@InputType({ description: '规定免打扰时段。' })
export class SetQuietHoursInput {
  @Field(() => UrgingQuietHoursInput, { nullable: true, description: '免打扰时段；省略为不设。' })
  @ValidateNested()
  quietHours?: UrgingQuietHoursInput | null;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '免于催办。' })
export class ExemptFromUrgingInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => ObligationEnum, { nullable: true, description: '所欠事项；省略为各项均免。' })
  obligation?: ObligationName | null;

  @Field(() => DateScalar, { nullable: true, description: '末日（含）；省略为未定。' })
  until?: LocalDate | null;

  @Field(() => String, { description: '理由，2 至 200 字。' })
  @MaxLength(1000)
  reason!: string;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '终止免于催办。' })
export class EndExemptionInput {
  @Field(() => ID, { description: '党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => ObligationEnum, { nullable: true, description: '所欠事项；各项均免的为省略。' })
  obligation?: ObligationName | null;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

export const stepsOf = (steps: readonly LadderStepInput[]): Ladder['steps'] => steps.map(stepOf);

function stepOf(input: LadderStepInput): LadderStep {
  const { code, level, addressees, repeatDays, channels, inWriting } = input;
  return {
    code,
    level,
    time: timeOf(input),
    addressees,
    ...(repeatDays == null ? {} : { repeatDays }),
    ...(channels == null ? {} : { channels }),
    ...(inWriting ? { inWriting } : {}),
  };
}

/** Throws LADDER_STEP_TIME unless it says one. */
function timeOf({ code, ...input }: LadderStepInput): LadderStep['time'] {
  const { share, hoursAfter, workdaysAfter, monthsBefore, dayOfMonth } = input;
  const times: (LadderStep['time'] | null)[] = [
    share == null ? null : { by: 'SHARE', share },
    hoursAfter == null ? null : { by: 'HOURS_AFTER', hours: hoursAfter },
    workdaysAfter == null ? null : { by: 'WORKDAYS_AFTER', workdays: workdaysAfter },
    monthsBefore == null ? null : { by: 'MONTHS_BEFORE', months: monthsBefore },
    dayOfMonth == null ? null : { by: 'DAY_OF_MONTH', day: dayOfMonth },
  ];
  const [time, ...others] = times.filter((each) => each !== null);
  if (time === undefined || others.length > 0) throw ladderError('LADDER_STEP_TIME', { code });
  return time;
}
