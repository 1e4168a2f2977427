import { calendarError, type Id, STANDARD_TIME_RULES, type TimeRules } from '@hub/core';
import { requireReader, timeRulesOf } from '@hub/persistence';

import { type DutyRosterRow, dutyRosterOf } from '../data/duty-roster.read-model';
import { type YearTable, yearTables } from '../domain/calendar-year';
import { assertWindow, type Period } from '../domain/duty-window';
import { structureError } from '../domain/structure.errors';
import type { OrganizationContext } from './context';

export interface KeptRules {
  readonly version: number;
  readonly rules: TimeRules;
}

/** Days and hours of the committee, as whoever works with it may know them. */
export async function readCalendar(ctx: OrganizationContext): Promise<KeptRules> {
  requireReader(ctx);
  const kept = await ctx.read((tx) => timeRulesOf(tx, 'organization', 'CALENDAR'));
  return { version: kept?.revision ?? 0, rules: kept?.content ?? STANDARD_TIME_RULES };
}

export async function readCalendarYear(ctx: OrganizationContext, year: number): Promise<YearTable> {
  const { rules } = await readCalendar(ctx);
  const table = yearTables(rules).find((each) => each.year === year);
  if (table === undefined) throw calendarError('CALENDAR_YEAR_MISSING', { year });
  return table;
}

export async function readDutyRoster(
  ctx: OrganizationContext,
  organizationId: Id,
  window: Period,
): Promise<DutyRosterRow> {
  requireReader(ctx);
  assertWindow(window);
  const roster = await ctx.read((tx) => dutyRosterOf(tx, organizationId, window));
  if (roster === null) throw structureError('ORGANIZATION_NOT_FOUND');
  return roster;
}
