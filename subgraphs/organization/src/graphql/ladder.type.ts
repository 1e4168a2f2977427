import type { LadderContent, LadderStep as LadderStepContent } from '@hub/contracts';
import type { Id, LocalDate, OutsideChannelName } from '@hub/core';
import {
  type DeadlineUrgency,
  type Exemption,
  isRunning,
  type LadderInForce,
  laddersAhead,
  laddersInForce,
  ObligationEnum,
  type ObligationName,
  UrgencyEnum,
} from '@hub/deadlines';
import { DateScalar } from '@hub/graphql';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

import type { KeptLadders } from '../usecases/read-ladders';
import { type LadderAddressee, LadderAddresseeEnum } from './ladder.enum';
import { OutsideChannelEnum } from './notice.enum';

@ObjectType({ description: '梯度中的一步：何时、第几级、提醒谁。时间五项中只有一项有值。' })
export class LadderStep {
  @Field(() => String, { description: '步骤代码，在梯度内唯一。' })
  code!: string;

  @Field(() => Int, { description: '级别：0 级由系统自动提醒，1 至 4 级由系统建议、人工发出。' })
  level!: number;

  @Field(() => Float, { nullable: true, description: '已过时限的份额：0.5 为过半，1 为到期。' })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: '到期后若干小时，按该件的钟计算。' })
  hoursAfter!: number | null;

  @Field(() => Int, { nullable: true, description: '到期后若干工作日。' })
  workdaysAfter!: number | null;

  @Field(() => Int, { nullable: true, description: '到期前若干个月。' })
  monthsBefore!: number | null;

  @Field(() => Int, { nullable: true, description: '到期当月的某日。' })
  dayOfMonth!: number | null;

  @Field(() => Int, { nullable: true, description: '此后每隔若干日重复，直至办结；不重复为 null。' })
  repeatDays!: number | null;

  @Field(() => [LadderAddresseeEnum], { description: '提醒谁。' })
  addressees!: readonly LadderAddressee[];

  @Field(() => [OutsideChannelEnum], {
    nullable: true,
    description: '经哪些站外渠道；空值为本人启用的各渠道，空表示只在站内。',
  })
  channels!: readonly OutsideChannelName[] | null;

  @Field(() => Boolean, { description: '是否书面督办：发出时须填督办文号。' })
  inWriting!: boolean;
}

@ObjectType({ description: '催办梯度：一项所欠事项从何日起按哪些步骤提醒。' })
export class Ladder {
  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ObligationName;

  @Field(() => UrgencyEnum, { nullable: true, description: '只适用的紧急程度；不分紧急程度为 null。' })
  urgency!: DeadlineUrgency | null;

  @Field(() => [UrgencyEnum], { description: '实际适用的紧急程度。' })
  appliesTo!: readonly DeadlineUrgency[];

  @Field(() => DateScalar, { description: '起施行日：该日及以后起算的时限适用。' })
  validFrom!: LocalDate;

  @Field(() => Boolean, { description: '是否内置：工委未自定时适用。' })
  ofHouse!: boolean;

  @Directive('@listSize(assumedSize: 8)')
  @Field(() => [LadderStep], { description: '各步，先后为序。' })
  steps!: LadderStep[];
}

@ObjectType({ description: '免打扰时段：其间的提醒延至其后发出，特急除外。' })
export class UrgingQuietHours {
  @Field(() => String, { description: '起，形如 20:00。' })
  from!: string;

  @Field(() => String, { description: '止，形如 08:00；早于起的，为次日。' })
  to!: string;
}

@ObjectType({ description: '免于催办：该党组织只由系统提醒，不作 1 至 4 级催办。' })
export class UrgingExemption {
  organizationId!: Id;

  @Field(() => ObligationEnum, { nullable: true, description: '所欠事项；各项均免为 null。' })
  obligation!: ObligationName | null;

  @Field(() => DateScalar, { nullable: true, description: '末日（含）；未定为 null。' })
  until!: LocalDate | null;

  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@ObjectType({ description: '催办规则：各项所欠事项的梯度、免打扰时段、免于催办的党组织。' })
export class Ladders {
  @Field(() => Int, { description: '版本号：修改时作为 expectedVersion 提交；从未修改为 0。' })
  version!: number;

  @Directive('@listSize(assumedSize: 12)')
  @Field(() => [Ladder], { description: '今日起算的时限所适用的梯度。' })
  inForce!: Ladder[];

  @Directive('@listSize(assumedSize: 12)')
  @Field(() => [Ladder], { description: '尚未施行的梯度，按起施行日。' })
  ahead!: Ladder[];

  @Field(() => UrgingQuietHours, { nullable: true, description: '免打扰时段；不设为 null。' })
  quietHours!: UrgingQuietHours | null;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [UrgingExemption], { nullable: true, description: '免于催办的党组织，工委可见；其他人为 null。' })
  exemptions!: UrgingExemption[] | null;
}

export function toLadders({ version, content }: KeptLadders, today: LocalDate): Ladders {
  return {
    version,
    inForce: laddersInForce(content, today).map(toLadder),
    ahead: laddersAhead(content, today).map(toLadder),
    quietHours: content.quietHours,
    exemptions: toExemptions(content, today),
  };
}

function toLadder({ ladder, urgencies, ofHouse }: LadderInForce): Ladder {
  const { obligation, urgency, validFrom, steps } = ladder;
  return {
    obligation: obligation as ObligationName,
    urgency,
    appliesTo: urgencies,
    validFrom,
    ofHouse,
    steps: steps.map(toStep),
  };
}

function toStep({ time, repeatDays, channels, inWriting, ...step }: LadderStepContent): LadderStep {
  return {
    ...step,
    share: time.by === 'SHARE' ? time.share : null,
    hoursAfter: time.by === 'HOURS_AFTER' ? time.hours : null,
    workdaysAfter: time.by === 'WORKDAYS_AFTER' ? time.workdays : null,
    monthsBefore: time.by === 'MONTHS_BEFORE' ? time.months : null,
    dayOfMonth: time.by === 'DAY_OF_MONTH' ? time.day : null,
    repeatDays: repeatDays ?? null,
    channels: channels ?? null,
    inWriting: inWriting ?? false,
  };
}

const toExemptions = ({ exemptions }: LadderContent, today: LocalDate): UrgingExemption[] =>
  exemptions.filter((each) => isRunning(each, today)).map(toExemption);

const toExemption = ({ obligation, ...exemption }: Exemption): UrgingExemption => ({
  ...exemption,
  obligation: obligation as ObligationName | null,
});
