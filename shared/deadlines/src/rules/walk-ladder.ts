import type { Ladder, LadderStep } from '@hub/contracts';
import { DomainError } from '@hub/core';

import type { OpenDeadline } from '../book';
import { type StepClock, stepTime } from './step-time';

/** One step of a ladder at the time it comes, as the ledger names it: `M1`, and `M1#2` when it comes again. */
export interface ComingStep {
  readonly step: LadderStep;
  readonly code: string;
  readonly at: Date;
}

export interface Walk {
  /** Steps that are due, in their order. */
  readonly due: readonly ComingStep[];
  /** What comes next; null: nothing more, until the deadline moves. */
  readonly next: { readonly code: string; readonly at: Date } | null;
}

type Walked = Pick<OpenDeadline, 'knownSince' | 'obligation' | 'dueAt' | 'nextStep' | 'plannedAs' | 'plannedFor'>;

/** How soon a step is looked at again whose time lies in a year that is not announced. */
const LOOK_AGAIN_MS = 24 * 3_600_000;

/**
 * Walks a ladder from where it was left up to now. A clock that is new, moved or owed anew is walked from the beginning;
 * of what would have come before the hub knew of it, only the last step is due, so that an old matter is said once.
 */
export function walkLadder(ladder: Ladder, deadline: Walked, clock: StepClock, now: Date): Walk {
  const continued = isSameInstant(deadline.plannedFor, deadline.dueAt) && deadline.plannedAs === deadline.obligation;
  if (continued && deadline.nextStep === null) return { due: [], next: null };
  const due: ComingStep[] = [];
  let place: Place | null = continued ? placeOf(ladder, deadline.nextStep) : placeAt(ladder, 0);
  for (; place !== null; place = placeAfter(ladder, place)) {
    const coming = comingStep(place, clock, now);
    if (coming.at > now) {
      return { due: onlyNews(due, continued ? null : deadline.knownSince), next: coming };
    }
    // A step that repeats is said once for all the times that nobody was there to say it.
    if (place.occurrence > 0) dropEarlier(due, place.step);
    due.push(coming);
  }
  return { due: onlyNews(due, continued ? null : deadline.knownSince), next: null };
}

interface Place {
  readonly index: number;
  readonly step: LadderStep;
  readonly occurrence: number;
}

function placeAt({ steps }: Ladder, index: number): Place | null {
  const step = steps[index];
  return step ? { index, step, occurrence: 0 } : null;
}

/** The place a deadline was left at; a step that its ladder has no more is passed over. */
function placeOf(ladder: Ladder, code: string | null): Place | null {
  const [name, occurrence = '1'] = (code ?? '').split('#');
  const index = ladder.steps.findIndex((step) => step.code === name);
  const step = ladder.steps[index];
  return step ? { index, step, occurrence: Number(occurrence) - 1 } : null;
}

function placeAfter(ladder: Ladder, { index, step, occurrence }: Place): Place | null {
  return step.repeatDays === undefined ? placeAt(ladder, index + 1) : { index, step, occurrence: occurrence + 1 };
}

function comingStep({ step, occurrence }: Place, clock: StepClock, now: Date): ComingStep {
  const code = occurrence === 0 ? step.code : `${step.code}#${occurrence + 1}`;
  return { step, code, at: timeOrLater(step, occurrence, clock, now) };
}

/** A year that is not announced makes a reminder wait for its table, and not fail. */
function timeOrLater(step: LadderStep, occurrence: number, clock: StepClock, now: Date): Date {
  try {
    return stepTime(step, occurrence, clock);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== 'CALENDAR_YEAR_MISSING') throw error;
    return new Date(now.getTime() + LOOK_AGAIN_MS);
  }
}

function dropEarlier(due: ComingStep[], step: LadderStep): void {
  if (due.at(-1)?.step === step) due.pop();
}

function onlyNews(due: readonly ComingStep[], knownSince: Date | null): readonly ComingStep[] {
  if (knownSince === null) return due;
  const news = due.filter(({ at }) => at >= knownSince);
  const last = due.at(-1);
  return news.length > 0 || last === undefined ? news : [last];
}

const isSameInstant = (a: Date | null, b: Date): boolean => a !== null && a.getTime() === b.getTime();
