import {
  type CalendarOverride,
  composeWorkingTime,
  joinSpans,
  type LocalDate,
  type Span,
  type TimeRules,
} from '@hub/core';

import { assertText } from './calendar-year';
import { assertDutyWindow, assertWithin, type Period } from './duty-window';
import { workingTimeError } from './working-time.errors';

// What a committee rules about its days and hours. Each change makes the rules as a whole anew, for they are told as a whole.

/** The day as the city has it, in place of what the tables say. */
export function withOverride(rules: TimeRules, override: CalendarOverride): TimeRules {
  const { date, workday, note } = override;
  assertText('说明', note, 2, 100);
  const others = rules.overrides.filter((each) => each.date !== date);
  const { calendar } = composeWorkingTime({ ...rules, overrides: others });
  if (calendar.isWorkday(date) === workday) {
    throw workingTimeError('CALENDAR_OVERRIDE_NEEDLESS', { date, day: workday ? '工作日' : '休息日' });
  }
  return { ...rules, overrides: [...others, override].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

export function withoutOverride(rules: TimeRules, date: LocalDate): TimeRules {
  const others = rules.overrides.filter((each) => each.date !== date);
  if (others.length === rules.overrides.length) throw workingTimeError('CALENDAR_OVERRIDE_NOT_FOUND', { date });
  return { ...rules, overrides: others };
}

/** The duty of the window as these periods have it; what lies outside of it stays. */
export function withDutyPeriods(rules: TimeRules, window: Period, periods: readonly Period[], now: Date): TimeRules {
  assertDutyWindow(window, now);
  for (const period of periods) assertWithin(window, period);
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  const before = composeWorkingTime(rules).dutyPeriods;
  const kept = before.flatMap((span) => [
    { from: span.from, to: Math.min(span.to, from) },
    { from: Math.max(span.from, to), to: span.to },
  ]);
  const added = periods.map((period) => ({ from: period.from.getTime(), to: period.to.getTime() }));
  const whole = joinSpans([...kept, ...added].filter((span) => span.from < span.to));
  return { ...rules, dutyPeriods: whole.map(inWriting) };
}

const inWriting = ({ from, to }: Span): TimeRules['dutyPeriods'][number] => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});
