import type { LocalDate } from '@hub/core';

import { withoutOverride } from '../domain/working-time';
import { changeCalendar } from './change-calendar';
import type { OrganizationContext } from './context';

export interface RemoveCalendarOverrideInput {
  readonly date: LocalDate;
  readonly expectedVersion: number;
}

/** The day is again as the national table has it. */
export function removeCalendarOverride(ctx: OrganizationContext, input: RemoveCalendarOverrideInput): Promise<number> {
  return changeCalendar(ctx, 'removeCalendarOverride', input, (rules) => {
    const override = rules.overrides.find(({ date }) => date === input.date) ?? null;
    return { rules: withoutOverride(rules, input.date), before: { override }, after: { override: null } };
  });
}
