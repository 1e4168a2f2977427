import type { OfficeWindow } from '@hub/core';

import { changeCalendar } from './change-calendar';
import type { OrganizationContext } from './context';

export interface SetOfficeHoursInput {
  readonly officeHours: readonly OfficeWindow[];
  readonly expectedVersion: number;
}

/** 办公时间: summer and winter hours, for the whole committee. */
export function setOfficeHours(ctx: OrganizationContext, input: SetOfficeHoursInput): Promise<number> {
  return changeCalendar(ctx, 'setOfficeHours', input, (rules) => {
    const { officeHours } = input;
    return { rules: { ...rules, officeHours }, before: { officeHours: rules.officeHours }, after: { officeHours } };
  });
}
