import { type Obligation, stepsOf, type Urgency } from './plain-times';

/** What is owed, from when to when, as the people of the run know it. */
export interface Clock {
  readonly receiptId: string;
  readonly organizationId: string;
  readonly urgency: Urgency;
  readonly obligation: Obligation;
  readonly startedAt: number;
  readonly dueAt: number;
  /** Shared by the clocks of one debt: an extension moves its limit and ends nothing. */
  readonly debt: { paid: boolean };
  /** The latest time that was shown while it ran, and the latest at which nothing was left to be reminded of. */
  shown: number;
  swept: number;
  readonly urged: number[];
}

export type NewClock = Pick<
  Clock,
  'receiptId' | 'organizationId' | 'urgency' | 'obligation' | 'startedAt' | 'dueAt' | 'debt'
>;

const instant = (at: number): string => new Date(at).toISOString();

export const clockKey = ({ receiptId, obligation, startedAt, dueAt }: NewClock): string =>
  `${receiptId} ${obligation} ${instant(startedAt)} ${instant(dueAt)}`;

/**
 * All clocks that ever ran, and what of their steps was due. Between two sweeps a person may be quicker than a reminder:
 * such a step may have come, or not; any other either must have come or must not.
 */
export class Clocks {
  readonly all: Clock[] = [];
  readonly #running = new Set<Clock>();
  #now = 0;

  start(clock: NewClock): Clock {
    const started = { ...clock, shown: this.#now, swept: Number.NEGATIVE_INFINITY, urged: [] };
    this.all.push(started);
    this.#running.add(started);
    return started;
  }

  stop(clock: Clock): void {
    this.#running.delete(clock);
  }

  show(now: number): void {
    this.#now = now;
    for (const clock of this.#running) clock.shown = Math.max(clock.shown, now);
  }

  /** Nothing is left to be reminded of, as time stands. */
  sweep(): void {
    for (const clock of this.#running) clock.swept = Math.max(clock.swept, this.#now);
  }

  isRunning(clock: Clock): boolean {
    return this.#running.has(clock);
  }
}

export interface DueSteps {
  readonly must: readonly string[];
  readonly may: readonly string[];
}

export function dueSteps({ urgency, obligation, startedAt, dueAt, shown, swept }: Clock): DueSteps {
  const steps = stepsOf(urgency, obligation, startedAt, dueAt);
  const until = (end: number) => steps.filter(([, at]) => at <= end).map(([step]) => step);
  return { must: until(swept), may: until(shown) };
}
