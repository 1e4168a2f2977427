import type { Ladder, LadderContent } from '@hub/contracts';
import { type LocalDate, localDate } from '@hub/core';

import type { DeadlineUrgency, OpenDeadline } from '../book';
import { DEFAULT_LADDERS } from './default-ladders';

/**
 * The ladder that holds for a deadline: the one in force on the day on which its clock began, so that a change moves
 * nobody's running clock; one for its urgency goes before the general one, one of the committee before the default.
 */
export function ladderOf(
  content: LadderContent,
  { obligation, startedAt }: Pick<OpenDeadline, 'obligation' | 'startedAt'>,
  urgency: DeadlineUrgency,
): Ladder | null {
  return ladderOnDay(content, obligation, localDate(startedAt), urgency);
}

/** The same for a clock that begins on a day. */
export function ladderOnDay(
  content: LadderContent,
  obligation: string,
  day: LocalDate,
  urgency: DeadlineUrgency,
): Ladder | null {
  const own = content.ladders.filter((ladder) => ladder.obligation === obligation);
  const usual = DEFAULT_LADDERS.ladders.filter((ladder) => ladder.obligation === obligation);
  return (
    newest(own, urgency, day) ??
    newest(own, null, day) ??
    newest(usual, urgency, day) ??
    newest(usual, null, day) ??
    null
  );
}

function newest(ladders: readonly Ladder[], urgency: DeadlineUrgency | null, day: LocalDate): Ladder | undefined {
  return ladders
    .filter((ladder) => ladder.urgency === urgency && ladder.validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .at(0);
}

/** Why an organisation is not urged beyond the system's own reminders; null when it is. */
export function exemptionOf(
  { exemptions }: LadderContent,
  { organizationId, obligation }: Pick<OpenDeadline, 'organizationId' | 'obligation'>,
  today: LocalDate,
): string | null {
  const exemption = exemptions.find(
    (each) =>
      each.organizationId === organizationId &&
      (each.obligation === null || each.obligation === obligation) &&
      (each.until === null || today <= each.until),
  );
  return exemption?.reason ?? null;
}
