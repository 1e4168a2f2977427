import { calendarChanged, calendarContent } from '@hub/contracts';
import { composeWorkingTime, STANDARD_TIME_RULES, type TimeRules } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { TimeRulesRepository } from '../data/time-rules.repository';
import { type CalendarVerb, calendarPolicy } from '../domain/calendar.policy';
import type { OrganizationContext } from './context';

/** What a change makes of the rules, and how the trail tells it. */
export interface CalendarChange {
  readonly rules: TimeRules;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** The frame of every change of days and hours: the row is locked, changed and told as a whole, in one transaction. */
export function changeCalendar<Input extends { readonly expectedVersion: number }>(
  ctx: OrganizationContext,
  verb: CalendarVerb,
  input: Input,
  change: (rules: TimeRules, now: Date) => CalendarChange,
): Promise<number> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  calendarPolicy.assertMay(actor, verb, { committeeId });
  return ctx.command(verb, input, async (tx) => {
    const repository = new TimeRulesRepository(tx);
    const kept = await repository.lock('CALENDAR');
    assertVersion(kept?.revision ?? 0, input.expectedVersion);
    const { rules, before, after } = change(kept?.content ?? STANDARD_TIME_RULES, tx.now);
    // Refuses tables and hours that no clock could run by: what is told was right when it was told.
    composeWorkingTime(rules);
    const revision = input.expectedVersion + 1;
    const content = calendarContent.parse(rules);
    await repository.save('CALENDAR', { revision, content });
    tx.emit(calendarChanged, committeeId, { committeeId, revision, content });
    tx.audit({ action: verb, objectType: 'workingCalendar', objectId: committeeId, before, after });
    return revision;
  });
}
