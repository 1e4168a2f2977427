import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';

export interface FoundReport {
  readonly reportId: Id;
  readonly unitId: Id;
  readonly kind: ReportKind;
}

/** Words of what was handed in last, which reports are found by. */
export class ReportTextRepository {
  constructor(private readonly tx: Transaction) {}

  /** In the act of handing in, whose time it carries; `body` is a searchableText. */
  async replaceText({ reportId, unitId, kind }: FoundReport, body: string): Promise<void> {
    await this.tx.execute(
      `insert into reports.report_text (committee_id, report_id, unit_id, kind, submitted_at, body)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (committee_id, report_id)
       do update set submitted_at = excluded.submitted_at, body = excluded.body`,
      [this.tx.committeeId, reportId, unitId, kind, this.tx.now, body],
    );
  }
}
