import type { IdFactory } from '@hub/core';
import { followDirectory } from '@hub/deadlines';
import type { DirectoryFollower } from '@hub/jobs';

import { reportsBook } from '../data/deadline-book';
import { FactItemRepository } from '../data/fact-item.repository';

/** What is owed goes with its organisation and ends with it; what is known of it goes with it and stays true. */
export function reportsFollower(ids: IdFactory): DirectoryFollower {
  const deadlines = followDirectory(reportsBook, ids);
  return {
    async onTransfer(tx, transfer) {
      await deadlines.onTransfer(tx, transfer);
      await new FactItemRepository(tx).transfer(transfer.organizationId, transfer.toUnitId);
    },
    onDissolved: deadlines.onDissolved,
  };
}
