import type { IdFactory } from '@hub/core';
import { followDirectory } from '@hub/deadlines';
import type { DirectoryFollower } from '@hub/jobs';

import { reportsBook } from '../data/deadline-book';
import { FactItemRepository } from '../data/fact-item.repository';
import { ReportTransferRepository } from '../data/report-transfer.repository';
import { exemptDissolved } from './exempt-report';

/** What is owed and what was sent goes with its organisation, as what is known of it does; what it owed ends with it. */
export function reportsFollower(ids: IdFactory): DirectoryFollower {
  const deadlines = followDirectory(reportsBook, ids);
  return {
    async onTransfer(tx, transfer) {
      const { organizationId, fromUnitId, toUnitId } = transfer;
      await new ReportTransferRepository(tx).transfer(organizationId, fromUnitId, toUnitId);
      await deadlines.onTransfer(tx, transfer);
      await new FactItemRepository(tx).transfer(organizationId, toUnitId);
    },
    async onDissolved(tx, dissolved) {
      await exemptDissolved(tx, ids, dissolved.organizationId);
      await deadlines.onDissolved(tx, dissolved);
    },
  };
}
