import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ReportEntity } from './report.entity';

export class ReportRepository {
  constructor(private readonly tx: Transaction) {}

  /** Null when it does not exist for the actor. */
  lock(reportId: Id): Promise<ReportEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(ReportEntity, {
      where: { committeeId, reportId },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
