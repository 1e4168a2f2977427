import { type HolidayArrangement, localDate } from '@hub/core';

import { withYear, yearTables } from '../domain/calendar-year';
import { changeCalendar } from './change-calendar';
import type { OrganizationContext } from './context';

export interface LoadCalendarYearInput {
  readonly year: number;
  readonly source: string;
  /** 暂定: expected, not announced; loading the notice later replaces it. */
  readonly provisional: boolean;
  readonly holidays: readonly HolidayArrangement[];
  readonly expectedVersion: number;
}

/** 载入年度安排: the notice, what is expected of it, or a correction of a table that is there. */
export function loadCalendarYear(ctx: OrganizationContext, input: LoadCalendarYearInput): Promise<number> {
  return changeCalendar(ctx, 'loadCalendarYear', input, (rules, now) => {
    const { expectedVersion: _, ...table } = input;
    const changed = withYear(rules, table, localDate(now));
    const standing = (of: typeof rules) => yearTables(of).find(({ year }) => year === table.year) ?? null;
    return { rules: changed, before: { table: standing(rules) }, after: { table: standing(changed) } };
  });
}
