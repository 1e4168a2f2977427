import type { Period } from '../domain/duty-window';
import { withDutyPeriods } from '../domain/working-time';
import { changeCalendar } from './change-calendar';
import type { OrganizationContext } from './context';

export interface SetDutyPeriodsInput {
  /** The stretch that is arranged anew. */
  readonly window: Period;
  readonly periods: readonly Period[];
  readonly expectedVersion: number;
}

/** 值班时段: when clocks of 加急 run outside office hours, for every unit alike; who answers stands in the rosters. */
export function setDutyPeriods(ctx: OrganizationContext, input: SetDutyPeriodsInput): Promise<number> {
  return changeCalendar(ctx, 'setDutyPeriods', input, (rules, now) => {
    const { window, periods } = input;
    const changed = withDutyPeriods(rules, window, periods, now);
    return { rules: changed, before: { dutyPeriods: rules.dutyPeriods }, after: { window, periods } };
  });
}
