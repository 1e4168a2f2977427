import type { Id } from '@hub/core';
import { AttachmentRepository } from '@hub/files';
import type { Transaction } from '@hub/persistence';

import { ReportFileEntity } from './report-file.entity';

export class ReportFileRepository extends AttachmentRepository<ReportFileEntity> {
  constructor(tx: Transaction) {
    super(tx, ReportFileEntity);
  }

  /** Which of them are files of this report that were not removed. */
  async known(reportId: Id, fileIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    if (fileIds.length === 0) return new Set();
    const rows = await this.tx.query<{ id: Id }>(
      `select attachment_id as id from reports.attachment
       where committee_id = $1 and report_id = $2 and attachment_id = any($3::uuid[]) and removed_at is null`,
      [this.tx.committeeId, reportId, fileIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What was handed in stays, and the office may have it. */
  async handIn(reportId: Id, fileIds: readonly Id[]): Promise<void> {
    if (fileIds.length === 0) return;
    const { committeeId, now } = this.tx;
    await this.tx.execute(
      `update reports.attachment set visibility = 'COMMITTEE', handed_in_at = $4
       where committee_id = $1 and report_id = $2 and attachment_id = any($3::uuid[]) and handed_in_at is null`,
      [committeeId, reportId, fileIds, now],
    );
  }

  protected async lastOrdinal({ reportId }: Pick<ReportFileEntity, 'reportId'>): Promise<number> {
    const [row] = await this.tx.query<{ last: number }>(
      `select coalesce(max(ordinal), 0) as last from reports.attachment where committee_id = $1 and report_id = $2`,
      [this.tx.committeeId, reportId],
    );
    return row?.last ?? 0;
  }
}
