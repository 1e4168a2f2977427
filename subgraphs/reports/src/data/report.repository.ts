import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ReportEntity } from './report.entity';

/** What an act may change on a report; whose it is, what asked for it and its version are not among it. */
export type ReportChange = Partial<
  Omit<ReportEntity, 'committeeId' | 'reportId' | 'taskId' | 'organizationId' | 'unitId' | 'updatedAt' | 'version'>
>;

/** What a unit begins of its own accord; everything else comes with its acts. */
export type StartedReport = Pick<
  ReportEntity,
  | 'reportId'
  | 'kind'
  | 'periodKey'
  | 'title'
  | 'organizationId'
  | 'organizationName'
  | 'unitId'
  | 'zoneId'
  | 'nature'
  | 'templateId'
  | 'templateVersion'
  | 'visibility'
  | 'drafterAccountId'
  | 'drafterName'
>;

/** Reports are locked before anything that hangs on them. */
export class ReportRepository {
  constructor(private readonly tx: Transaction) {}

  lock(reportId: Id): Promise<ReportEntity | null> {
    return this.tx.manager.findOne(ReportEntity, {
      where: { committeeId: this.tx.committeeId, reportId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One that nobody asked for. */
  async start(draft: StartedReport): Promise<void> {
    const { committeeId, now } = this.tx;
    await this.tx.manager.insert(ReportEntity, {
      ...draft,
      committeeId,
      state: 'DRAFT',
      contentNumber: 0,
      startedAt: now,
      returnCount: 0,
      updatedAt: now,
      version: 1,
    });
  }

  /** Whoever looked at an older version is refused from now on. */
  async change(reportId: Id, change: ReportChange): Promise<void> {
    const { committeeId, now } = this.tx;
    await this.tx.manager.update(
      ReportEntity,
      { committeeId, reportId },
      { ...change, updatedAt: now, version: () => 'version + 1' },
    );
  }
}
