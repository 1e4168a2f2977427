import { type ClockDay, clockDays, isProvisionalClock, type LocalDate } from '@hub/core';
import { ObligationEnum } from '@hub/deadlines';
import { DateScalar, DateTimeScalar, described, enumOf, keysOf } from '@hub/graphql';
import { Directive, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { ReceiptClockRow } from '../data/receipt-clock.read-model';
import type { ReceiptObligation } from '../domain/obligation';
import { type ReceiptClock, receiptClock } from '../domain/receipt-clock';

const BASES: Readonly<Record<ReceiptClock['basis'], string>> = {
  STATED: '发文载明的日期',
  TERM: '按时限规定计算',
  GRANTED: '批准延期或退回补报',
};

const COUNTED_BY: Readonly<Record<ReceiptClock['countedBy'], string>> = {
  WORKDAYS: '按工作日',
  OFFICE: '按办公时间',
  OFFICE_AND_DUTY: '按办公时间和值班时段',
  ALWAYS: '连续计时',
};

export const DeadlineBasisEnum = enumOf(keysOf(BASES));
export const CountedByEnum = enumOf(keysOf(COUNTED_BY));

registerEnumType(DeadlineBasisEnum, {
  name: 'DeadlineBasis',
  description: '期限从何而来。',
  valuesConfig: described(BASES),
});

registerEnumType(CountedByEnum, { name: 'CountedBy', description: '计时方式。', valuesConfig: described(COUNTED_BY) });

@ObjectType({ description: '计时的一天。' })
export class DeadlineClockDay {
  @Field(() => DateScalar, { description: '日期。' })
  date!: LocalDate;

  @Field(() => Boolean, { description: '是否计入。' })
  counted!: boolean;

  @Field(() => Float, { description: '当日计时小时数。' })
  hours!: number;

  @Field(() => String, { description: '计入或不计入的缘由。' })
  text!: string;
}

@ObjectType({ description: '期限是怎样算出来的：逐日说明计入了哪些天、哪些小时，以及到期之后又过了多久。' })
export class DeadlineClock {
  @Field(() => ObligationEnum, { description: '所欠事项。' })
  obligation!: ReceiptObligation;

  @Field(() => DeadlineBasisEnum, { description: '期限从何而来。' })
  basis!: ReceiptClock['basis'];

  @Field(() => CountedByEnum, { description: '计时方式。' })
  countedBy!: ReceiptClock['countedBy'];

  @Field(() => DateTimeScalar, { description: '起算时间。' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '到期时间。' })
  dueAt!: Date;

  @Field(() => Boolean, { description: '是否依据暂定的节假日安排：正式安排公布后将重新计算。' })
  isProvisional!: boolean;

  @Field(() => Boolean, { description: '期限是否按现行工作日历设定；日历此后有变动而期限未变时为 false。' })
  isByPresentCalendar!: boolean;

  @Directive('@listSize(assumedSize: 30)')
  @Field(() => [DeadlineClockDay], { description: '起算至到期，逐日；至多 366 天。' })
  days!: readonly ClockDay[];

  @Directive('@listSize(assumedSize: 30)')
  @Field(() => [DeadlineClockDay], { description: '到期至今，逐日；未到期为空，至多 366 天。' })
  daysLate!: readonly ClockDay[];

  @Field(() => Int, { description: '起算至到期计入的天数。' })
  countedDays!: number;

  @Field(() => Int, { description: '逾期的天数，同样计法；未逾期为 0。' })
  countedDaysLate!: number;
}

const MOST_MS = 366 * 24 * 3_600_000;

export function toDeadlineClock({ receipt, time }: ReceiptClockRow, now: Date): DeadlineClock | null {
  const clock = receiptClock(receipt);
  if (clock === null) return null;
  const { startedAt, dueAt, countedBy, basis } = clock;
  const days = clockDays({ from: startedAt, to: atMost(startedAt, dueAt) }, countedBy, time);
  const daysLate = clockDays({ from: dueAt, to: atMost(dueAt, now) }, countedBy, time);
  return {
    ...clock,
    isProvisional: basis === 'TERM' && isProvisionalClock({ from: startedAt, to: dueAt }, time),
    isByPresentCalendar: receipt.calendarVersion === time.version,
    days,
    daysLate,
    countedDays: countOf(days),
    countedDaysLate: countOf(daysLate),
  };
}

const atMost = (from: Date, to: Date): Date => new Date(Math.min(to.getTime(), from.getTime() + MOST_MS));

const countOf = (days: readonly ClockDay[]): number => days.filter(({ counted }) => counted).length;
