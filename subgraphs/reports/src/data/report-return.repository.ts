import type { PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity } from './report.entity';
import { ReportReturnEntity } from './report-return.entity';

type NewReturn = Pick<ReportReturnEntity, 'visibility' | 'reasons' | 'marks' | 'note' | 'dueAt'>;

/** Returns of a report, which the caller has locked. */
export class ReportReturnRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(report: ReportEntity, decided: NewReturn, person: PersonActor): Promise<void> {
    const { committeeId, reportId, unitId, contentNumber, version } = report;
    await this.tx.manager.insert(ReportReturnEntity, {
      ...decided,
      committeeId,
      reportId,
      unitId,
      ordinal: version,
      contentNumber,
      returnedByAccountId: person.accountId,
      returnedByName: person.displayName,
      returnedAt: this.tx.now,
    });
  }
}
