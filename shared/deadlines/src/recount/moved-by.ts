import { DomainError, type WorkingTime } from '@hub/core';

import type { CountedDeadline } from '../book';

type Counted = Pick<CountedDeadline, 'dueAt' | 'calendarVersion' | 'endBy'>;

/**
 * What a calendar makes of a deadline: moved, or null where it stays. What is due is past: it is not recounted, and no
 * correction makes something due that was not. Where the calendar has no answer the end that was given stands.
 */
export function movedBy<Deadline extends Counted>(
  deadline: Deadline,
  time: WorkingTime,
  now: Date,
): (Deadline & { readonly movedTo: Date }) | null {
  if (deadline.dueAt <= now || deadline.calendarVersion === time.version) return null;
  const movedTo = endBy(deadline, time);
  if (movedTo === null || movedTo <= now || movedTo.getTime() === deadline.dueAt.getTime()) return null;
  return { ...deadline, movedTo };
}

function endBy(deadline: Counted, time: WorkingTime): Date | null {
  try {
    return deadline.endBy(time);
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'CALENDAR_YEAR_MISSING') return null;
    throw error;
  }
}
