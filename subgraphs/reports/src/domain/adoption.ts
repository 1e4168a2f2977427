import { type LocalDate, localDate } from '@hub/core';

import { reportError } from './report.errors';

/** 采用级别, from the lowest to the highest: a report counts once, at its highest. */
export const ADOPTION_LEVEL_NAMES = {
  COMMITTEE: '工委',
  CITY: '市级',
  PROVINCE: '省级',
  NATION: '国家级',
} as const;

export type AdoptionLevel = keyof typeof ADOPTION_LEVEL_NAMES;

export const ADOPTION_LEVELS = Object.keys(ADOPTION_LEVEL_NAMES) as readonly AdoptionLevel[];

/** The level that a report counts at; null when it was not adopted. */
export function highestLevel(levels: readonly AdoptionLevel[]): AdoptionLevel | null {
  return ADOPTION_LEVELS.findLast((level) => levels.includes(level)) ?? null;
}

/** Nothing is adopted before it was handed in, or tomorrow. Throws ADOPTED_ON_INVALID. */
export function assertAdoptedOn(adoptedOn: LocalDate, firstSubmittedAt: Date, now: Date): void {
  if (adoptedOn < localDate(firstSubmittedAt) || adoptedOn > localDate(now)) throw reportError('ADOPTED_ON_INVALID');
}
