import { addDays, addMonths, type LocalDate } from '@hub/core';

import { KIND_FACTS, type OrganizationKind } from './organization-kind';
import { termError } from './term.errors';

/** How a term begins: counted from the electing meeting, not from its approval; an appointed committee has no end. */
export type TermStart =
  | {
      readonly origin: 'ELECTED';
      readonly electedOn: LocalDate;
      readonly termYears: number;
      readonly endsOn: LocalDate;
    }
  | { readonly origin: 'APPOINTED'; readonly appointedOn: LocalDate };

export interface TermStartInput {
  readonly electedOn?: LocalDate | null;
  readonly appointedOn?: LocalDate | null;
  /** Stored with each term (任期意见 2018); the kind's length when not said. */
  readonly termYears?: number | null;
}

const LONGEST_TERM_YEARS = 5;

/** 29 February gives 28 February: the last day of a month that is too short. */
export const termEnd = (electedOn: LocalDate, years: number): LocalDate => addMonths(electedOn, 12 * years);

export function startTerm(kind: OrganizationKind, input: TermStartInput): TermStart {
  const { electedOn = null, appointedOn = null } = input;
  if (electedOn === null && appointedOn !== null) return { origin: 'APPOINTED', appointedOn };
  if (electedOn === null || appointedOn !== null) throw termError('TERM_ORIGIN');
  const { name, termYears: usualYears } = KIND_FACTS[kind];
  if (usualYears === null) throw termError('TERM_NOT_ELECTED', { kind: name });
  const termYears = input.termYears ?? usualYears;
  if (!Number.isInteger(termYears) || termYears < 1 || termYears > LONGEST_TERM_YEARS) throw termError('TERM_YEARS');
  return { origin: 'ELECTED', electedOn, termYears, endsOn: termEnd(electedOn, termYears) };
}

/** A new term as it is kept: neither extended nor closed. */
export function firstStateOfTerm(start: TermStart) {
  const elected = start.origin === 'ELECTED' ? start : null;
  return {
    electedOn: elected?.electedOn ?? null,
    termYears: elected?.termYears ?? null,
    endsOn: elected?.endsOn ?? null,
    appointedOn: start.origin === 'APPOINTED' ? start.appointedOn : null,
    extendedTo: null,
    closedOn: null,
    version: 1,
  };
}

export const startedOn = (start: TermStart): LocalDate =>
  start.origin === 'ELECTED' ? start.electedOn : start.appointedOn;

export function assertTermStart(start: TermStart, previousStart: LocalDate | null, today: LocalDate): void {
  const day = startedOn(start);
  if (day > today || (previousStart !== null && day <= previousStart)) throw termError('TERM_START');
}

export interface RunningTerm {
  readonly electedOn: LocalDate | null;
  readonly appointedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly extendedTo: LocalDate | null;
}

/** The day on which the term runs out, extension included; null when it has none. */
export const lastDayOf = (term: RunningTerm): LocalDate | null => term.extendedTo ?? term.endsOn;

/** Overdue from the day after the last one. */
export function isOverdue(term: RunningTerm, today: LocalDate): boolean {
  const last = lastDayOf(term);
  return last !== null && today > last;
}

/** At most one year, and once (选举条例 Art 3). */
export function assertExtension(term: RunningTerm, extendedTo: LocalDate): void {
  if (term.endsOn === null) throw termError('TERM_WITHOUT_END');
  if (term.extendedTo !== null) throw termError('TERM_EXTENDED_TWICE');
  const until = addMonths(term.endsOn, 12);
  if (extendedTo <= term.endsOn || extendedTo > until) {
    throw termError('TERM_EXTENSION', { from: term.endsOn, until });
  }
}

export function assertClose(term: RunningTerm, closedOn: LocalDate, today: LocalDate): void {
  const start = term.electedOn ?? term.appointedOn;
  if (closedOn > today || (start !== null && closedOn < addDays(start, 1))) throw termError('TERM_CLOSE');
}
