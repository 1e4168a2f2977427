import type { WorkingTime } from '@hub/core';
import { type ReadTransaction, workingTimeOf } from '@hub/persistence';

/** The days and hours that clocks of this committee's papers run by. */
export function workingTime(tx: ReadTransaction): Promise<WorkingTime> {
  return workingTimeOf(tx, 'dispatch');
}
