import { memberCountsReported } from '@hub/contracts';
import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { memberCountSnapshots } from '../data/snapshot.read-model';

/** Tells the other rooms what numbers organisations gave of themselves, in the transaction in which they did. */
export async function announceMemberCounts(tx: Transaction, organizationIds: readonly Id[]): Promise<void> {
  for (const counts of await memberCountSnapshots(tx, organizationIds)) {
    tx.emit(memberCountsReported, counts.organizationId, counts);
  }
}
