import { calendarChanged, calendarContent } from '@hub/contracts';
import { composeWorkingTime, STANDARD_TIME_RULES, type TimeRules } from '@hub/core';

import { type CalendarVerb, calendarPolicy } from '../domain/calendar.policy';
import { changeTimeRules, type RulesChange, type RulesKind } from './change-time-rules';
import type { OrganizationContext } from './context';

const CALENDAR: RulesKind<'CALENDAR', TimeRules, CalendarVerb> = {
  topic: 'CALENDAR',
  policy: calendarPolicy,
  objectType: 'workingCalendar',
  initial: STANDARD_TIME_RULES,
  contentOf(rules) {
    composeWorkingTime(rules);
    return calendarContent.parse(rules);
  },
  tell: (tx, snapshot) => tx.emit(calendarChanged, snapshot.committeeId, snapshot),
};

/** A change of days and hours. */
export function changeCalendar<Input extends { readonly expectedVersion: number }>(
  ctx: OrganizationContext,
  verb: CalendarVerb,
  input: Input,
  change: (rules: TimeRules, now: Date) => RulesChange<TimeRules>,
): Promise<number> {
  return changeTimeRules(ctx, CALENDAR, verb, input, (rules, { now }) => change(rules, now));
}
