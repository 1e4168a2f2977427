import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';

import { loadCalendarYear } from '../usecases/load-calendar-year';
import { readCalendar, readCalendarYear } from '../usecases/read-calendar';
import { removeCalendarOverride } from '../usecases/remove-calendar-override';
import { setCalendarOverride } from '../usecases/set-calendar-override';
import { setDutyPeriods } from '../usecases/set-duty-periods';
import { setOfficeHours } from '../usecases/set-office-hours';
import type { OrganizationHubContext } from './hub-context';
import {
  LoadCalendarYearInput,
  RemoveCalendarOverrideInput,
  SetCalendarOverrideInput,
  SetDutyPeriodsInput,
  SetOfficeHoursInput,
} from './working-calendar.input';
import { CalendarYear, toCalendarYear, toWorkingCalendar, WorkingCalendar } from './working-calendar.type';

const show = async (ctx: OrganizationHubContext): Promise<WorkingCalendar> =>
  toWorkingCalendar(await readCalendar(ctx));

/** 工作日历: the days and hours that clocks run by. */
@Resolver()
export class WorkingCalendarResolver {
  @Query(() => WorkingCalendar, { description: '工作日历：各年安排、本地规定、办公时间、值班时段。' })
  async workingCalendar(@Ctx() ctx: OrganizationHubContext): Promise<WorkingCalendar> {
    return show(ctx);
  }

  @Query(() => CalendarYear, { description: '某年的节假日安排。错误：CALENDAR_YEAR_MISSING。' })
  async calendarYear(@Arg('year', () => Int) year: number, @Ctx() ctx: OrganizationHubContext): Promise<CalendarYear> {
    return toCalendarYear(await readCalendarYear(ctx, year), await readCalendar(ctx));
  }

  @Mutation(() => WorkingCalendar, {
    description:
      '载入年度安排（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、CALENDAR_YEAR_RANGE、CALENDAR_TEXT、CALENDAR_YEAR_OFFICIAL、CALENDAR_YEAR_UNCHANGED、CALENDAR_TABLE_INVALID。',
  })
  async loadCalendarYear(
    @Arg('input', () => LoadCalendarYearInput) { holidays, ...input }: LoadCalendarYearInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<WorkingCalendar> {
    const arranged = holidays.map(({ name, fromOn, toOn, makeUp }) => ({ name, off: [fromOn, toOn] as const, makeUp }));
    await loadCalendarYear(ctx, { ...input, holidays: arranged });
    return show(ctx);
  }

  @Mutation(() => WorkingCalendar, {
    description:
      '规定某日上班或休息（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、CALENDAR_TEXT、CALENDAR_YEAR_MISSING、CALENDAR_OVERRIDE_NEEDLESS。',
  })
  async setCalendarOverride(
    @Arg('input', () => SetCalendarOverrideInput) input: SetCalendarOverrideInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<WorkingCalendar> {
    await setCalendarOverride(ctx, input);
    return show(ctx);
  }

  @Mutation(() => WorkingCalendar, {
    description:
      '取消某日的本地规定（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、CALENDAR_OVERRIDE_NOT_FOUND。',
  })
  async removeCalendarOverride(
    @Arg('input', () => RemoveCalendarOverrideInput) input: RemoveCalendarOverrideInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<WorkingCalendar> {
    await removeCalendarOverride(ctx, input);
    return show(ctx);
  }

  @Mutation(() => WorkingCalendar, {
    description: '规定办公时间（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、OFFICE_HOURS_INVALID。',
  })
  async setOfficeHours(
    @Arg('input', () => SetOfficeHoursInput) input: SetOfficeHoursInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<WorkingCalendar> {
    await setOfficeHours(ctx, input);
    return show(ctx);
  }

  @Mutation(() => WorkingCalendar, {
    description:
      '规定值班时段（系统管理员）。错误：ROLE_NOT_ALLOWED、STALE_VERSION、DUTY_WINDOW_INVALID、DUTY_WINDOW_PAST、DUTY_OUTSIDE_WINDOW、DUTY_PERIOD_INVALID。',
  })
  async setDutyPeriods(
    @Arg('input', () => SetDutyPeriodsInput) input: SetDutyPeriodsInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<WorkingCalendar> {
    await setDutyPeriods(ctx, input);
    return show(ctx);
  }
}
