import type { Id } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { reportPolicy } from '../domain/report.policy';

/** The units whose reports the reader may see, and with them the tasks; null for the whole committee. */
export const readingUnits = (tx: ReadTransaction): Promise<readonly Id[] | null> =>
  unitsInSight(tx, 'reports', reportPolicy.reachOf(tx.actor, 'read'));
