import type { LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar } from '@hub/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: '一个节日的放假与调休。' })
export class HolidayInput {
  @Field(() => String, { description: '节日名称，2 至 20 字。' })
  @MaxLength(100)
  name!: string;

  @Field(() => DateScalar, { description: '放假首日。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '放假末日（含）。' })
  toOn!: LocalDate;

  @Field(() => [DateScalar], { description: '调休上班的周末，没有为空。' })
  @ArrayMaxSize(10)
  makeUp!: LocalDate[];
}

@InputType({ description: '载入一年的节假日安排，替换该年已载入的安排。' })
export class LoadCalendarYearInput {
  @Field(() => Int, { description: '年度。' })
  year!: number;

  @Field(() => String, { description: '来源：通知文号，或暂定的依据；4 至 200 字。' })
  @MaxLength(1000)
  source!: string;

  @Field(() => Boolean, { description: '是否暂定：通知尚未公布时，先按预计安排计算，公布后重新计算未到期的期限。' })
  provisional!: boolean;

  @Field(() => [HolidayInput], { description: '节日，至多 20 个。' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  holidays!: HolidayInput[];

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '规定某日上班或休息。' })
export class SetCalendarOverrideInput {
  @Field(() => DateScalar, { description: '日期，须在已有安排的年度内。' })
  date!: LocalDate;

  @Field(() => Boolean, { description: '是否上班。' })
  workday!: boolean;

  @Field(() => String, { description: '说明，2 至 100 字。' })
  @MaxLength(500)
  note!: string;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '取消某日的本地规定。' })
export class RemoveCalendarOverrideInput {
  @Field(() => DateScalar, { description: '日期。' })
  date!: LocalDate;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '办公时段，北京时间。' })
export class OfficeWindowInput {
  @Field(() => String, { description: '起，形如 08:30。' })
  @MaxLength(5)
  from!: string;

  @Field(() => String, { description: '止，形如 12:00。' })
  @MaxLength(5)
  to!: string;
}

@InputType({ description: '规定办公时间。' })
export class SetOfficeHoursInput {
  @Field(() => [OfficeWindowInput], { description: '先后有序、互不重叠的时段，1 至 6 个。' })
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  officeHours!: OfficeWindowInput[];

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}

@InputType({ description: '一段时间。' })
export class PeriodInput {
  @Field(() => DateTimeScalar, { description: '起。' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: '止。' })
  to!: Date;
}

@InputType({ description: '规定值班时段：其间加急件的时限照常计算。' })
export class SetDutyPeriodsInput {
  @Field(() => PeriodInput, { description: '本次安排的起止：其间以所列时段为准，其外不变。自今日起，不超过一年。' })
  @ValidateNested()
  window!: PeriodInput;

  @Field(() => [PeriodInput], { description: '值班时段，至多 500 个；没有为空。' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  periods!: PeriodInput[];

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;
}
