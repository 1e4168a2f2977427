import { composeWorkingTime, type LocalDate, workdaysBetween } from '@hub/core';
import { DateScalar, DateTimeScalar, described, enumOf, keysOf } from '@hub/graphql';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

import { YEAR_STANDINGS, type YearStanding, type YearTable, yearTables } from '../domain/calendar-year';
import type { KeptRules } from '../usecases/read-calendar';

export const YearStandingEnum = enumOf(keysOf(YEAR_STANDINGS));

registerEnumType(YearStandingEnum, {
  name: 'CalendarYearStanding',
  description: '年度安排的依据。',
  valuesConfig: described(YEAR_STANDINGS),
});

@ObjectType({ description: '一个节日的放假与调休。' })
export class Holiday {
  @Field(() => String, { description: '节日名称。' })
  name!: string;

  @Field(() => DateScalar, { description: '放假首日。' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { description: '放假末日（含）。' })
  toOn!: LocalDate;

  @Field(() => [DateScalar], { description: '调休上班的周末。' })
  makeUp!: readonly LocalDate[];
}

@ObjectType({ description: '一年的节假日安排。' })
export class CalendarYear {
  @Field(() => Int, { description: '年度。' })
  year!: number;

  @Field(() => String, { description: '来源：通知文号；暂定安排为其依据。' })
  source!: string;

  @Field(() => YearStandingEnum, { description: '内置、载入、更正或暂定。' })
  standing!: YearStanding;

  @Field(() => [Holiday], { description: '节日，按时间。' })
  holidays!: Holiday[];

  @Field(() => [Int], { description: '各月工作日数，1 月至 12 月；已计入本地规定。' })
  workdays!: number[];
}

@ObjectType({ description: '本地规定：当地与全国安排不同的日子，例如全市停工。' })
export class CalendarOverride {
  @Field(() => DateScalar, { description: '日期。' })
  date!: LocalDate;

  @Field(() => Boolean, { description: '是否上班。' })
  workday!: boolean;

  @Field(() => String, { description: '说明。' })
  note!: string;
}

@ObjectType({ description: '办公时段，北京时间。' })
export class OfficeWindow {
  @Field(() => String, { description: '起，形如 08:30。' })
  from!: string;

  @Field(() => String, { description: '止，形如 12:00。' })
  to!: string;
}

@ObjectType({ description: '值班时段：其间加急件的时限照常计算。' })
export class DutyPeriod {
  @Field(() => DateTimeScalar, { description: '起。' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: '止。' })
  to!: Date;
}

@ObjectType({ description: '工作日历：工委所有时限据以计算的日子与钟点。' })
export class WorkingCalendar {
  @Field(() => Int, { description: '版本号：修改时作为 expectedVersion 提交；从未修改为 0。' })
  version!: number;

  @Field(() => String, { description: '数据版本：每个期限都记下其计算所依据的数据版本。' })
  calendarVersion!: string;

  @Directive('@listSize(assumedSize: 15)')
  @Field(() => [CalendarYear], { description: '已有安排的年度。' })
  years!: CalendarYear[];

  @Field(() => [CalendarOverride], { description: '本地规定，按日期。' })
  overrides!: readonly CalendarOverride[];

  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [OfficeWindow], { description: '办公时间。' })
  officeHours!: readonly OfficeWindow[];

  @Field(() => [DutyPeriod], { description: '值班时段，按时间；相接的合为一段。' })
  dutyPeriods!: DutyPeriod[];
}

export function toWorkingCalendar({ version, rules }: KeptRules): WorkingCalendar {
  const time = composeWorkingTime(rules);
  return {
    version,
    calendarVersion: time.version,
    years: yearTables(rules).map((table) => toCalendarYear(table, { rules })),
    overrides: rules.overrides,
    officeHours: rules.officeHours,
    dutyPeriods: time.dutyPeriods.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  };
}

export function toCalendarYear({ holidays, ...table }: YearTable, { rules }: Pick<KeptRules, 'rules'>): CalendarYear {
  const { calendar } = composeWorkingTime(rules);
  const lastDays = Array.from({ length: 13 }, (_, month) =>
    new Date(Date.UTC(table.year, month, 0)).toISOString().slice(0, 10),
  );
  const firstToLast = lastDays.slice(1);
  return {
    ...table,
    holidays: holidays.map(({ name, off: [fromOn, toOn], makeUp }) => ({ name, fromOn, toOn, makeUp })),
    workdays: firstToLast.map((last, month) => workdaysBetween(calendar, lastDays[month] as LocalDate, last)),
  };
}
