import { endOfDay, startOfDay } from '@hub/core';

import { lastDayOf, type RunningTerm } from './term';

/** 换届期限: from the electing meeting to the evening of the last day, which moves to no working day (DOMAIN 9.1). */
export interface ElectionClock {
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** Null for those who were appointed: they have no end. */
export function electionClock(term: RunningTerm): ElectionClock | null {
  const lastDay = lastDayOf(term);
  if (term.electedOn === null || lastDay === null) return null;
  return { startedAt: startOfDay(term.electedOn), dueAt: endOfDay(lastDay) };
}

export const electionTitle = (ordinal: number): string => `第${ordinal}届任期届满换届`;
