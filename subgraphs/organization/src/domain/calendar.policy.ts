import { definePolicy } from '@hub/core';

const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;

/** Days, hours and duty are kept by 系统管理员; everybody's clocks run by them, so everybody who signed in reads them. */
export const calendarPolicy = definePolicy({
  loadCalendarYear: admin,
  setCalendarOverride: admin,
  removeCalendarOverride: admin,
  setOfficeHours: admin,
  setDutyPeriods: admin,
  setDutyShifts: admin,
});

export type CalendarVerb = keyof typeof calendarPolicy.grants;
