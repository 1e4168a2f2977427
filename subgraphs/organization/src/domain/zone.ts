import type { LocalDate } from '@hub/core';

import { zoneError } from './zone.errors';

/** The day from which an assignment to an area counts: today within the year, its first day for the next one. */
export function assignmentStart(year: number, today: LocalDate): LocalDate {
  const thisYear = Number(today.slice(0, 4));
  if (year === thisYear) return today;
  if (year === thisYear + 1) return `${year}-01-01`;
  throw zoneError('ZONE_YEAR');
}
