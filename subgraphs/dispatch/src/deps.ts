import { composeCalendar, OFFICIAL_YEARS, type WorkingCalendar } from '@hub/core';

/** The tools the use cases of this subgraph need besides the database. */
export interface DispatchDeps {
  /** Refuses to compute in a year whose holidays are not announced. */
  readonly calendar: WorkingCalendar;
}

export function createDispatchDeps(): DispatchDeps {
  return { calendar: composeCalendar({ official: OFFICIAL_YEARS }) };
}
