import type { LadderContent } from '@hub/contracts';
import type { WorkingTime } from '@hub/core';

import type { DeadlineUrgency } from '../book';
import { ladderOf } from './ladder-of';
import { walkLadder } from './walk-ladder';

export interface PlannedClock {
  readonly nextStep: string | null;
  readonly nextReminderAt: Date | null;
  readonly plannedAs: string;
  readonly plannedFor: Date;
}

export interface NewClock {
  readonly obligation: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly urgency: DeadlineUrgency;
}

/**
 * The plan of a clock that begins now, for whoever writes many deadlines at once: what the first sweep would find for each
 * of them. Leaving it out is never wrong.
 */
export function planClock(clock: NewClock, ladders: LadderContent, time: WorkingTime): PlannedClock {
  const { obligation, startedAt, dueAt, urgency } = clock;
  const planned = { plannedAs: obligation, plannedFor: dueAt };
  const ladder = ladderOf(ladders, clock, urgency);
  if (ladder === null) return { ...planned, nextStep: null, nextReminderAt: null };
  const fresh = { obligation, dueAt, knownSince: startedAt, nextStep: null, plannedAs: null, plannedFor: null };
  const walk = walkLadder(
    ladder,
    fresh,
    { deadline: { startedAt, dueAt }, urgency, time, quietHours: ladders.quietHours },
    // Just before it begins, nothing is due yet.
    new Date(startedAt.getTime() - 1),
  );
  return { ...planned, nextStep: walk.next?.code ?? null, nextReminderAt: walk.next?.at ?? null };
}
