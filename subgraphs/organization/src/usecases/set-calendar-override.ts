import type { LocalDate } from '@hub/core';

import { withOverride } from '../domain/working-time';
import { changeCalendar } from './change-calendar';
import type { OrganizationContext } from './context';

export interface SetCalendarOverrideInput {
  readonly date: LocalDate;
  readonly workday: boolean;
  readonly note: string;
  readonly expectedVersion: number;
}

/** 本地规定: a day on which the city departs from the national table. */
export function setCalendarOverride(ctx: OrganizationContext, input: SetCalendarOverrideInput): Promise<number> {
  return changeCalendar(ctx, 'setCalendarOverride', input, (rules) => {
    const { expectedVersion: _, ...override } = input;
    const before = rules.overrides.find(({ date }) => date === override.date) ?? null;
    return { rules: withOverride(rules, override), before: { override: before }, after: { override } };
  });
}
