import type { Id } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { receiptPolicy } from '../domain/receipt.policy';

/** The units whose receipts the reader may see, and with them papers and files; null for the whole committee. */
export const readingUnits = (tx: ReadTransaction): Promise<readonly Id[] | null> =>
  unitsInSight(tx, 'dispatch', receiptPolicy.reachOf(tx.actor, 'read'));
