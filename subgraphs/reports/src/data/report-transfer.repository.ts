import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

/** Reports as their organisation goes to another unit: always as sets. */
export class ReportTransferRepository {
  constructor(private readonly tx: Transaction) {}

  /** Old ones too: who answers for an organisation sees what it sent. */
  async transfer(organizationId: Id, fromUnitId: Id, toUnitId: Id): Promise<void> {
    const moved = await this.tx.query<{ id: Id }>(
      `update reports.report set unit_id = $4, updated_at = $5
       where committee_id = $1 and unit_id = $3 and organization_id = $2 returning report_id as id`,
      [this.tx.committeeId, organizationId, fromUnitId, toUnitId, this.tx.now],
    );
    const reportIds = moved.map(({ id }) => id);
    // After the reports: whoever adds to one has it under lock, and is done by then.
    await this.#beside('report_version', reportIds, toUnitId);
    await this.#beside('report_return', reportIds, toUnitId);
    await this.#beside('report_adoption', reportIds, toUnitId);
    await this.#beside('attachment', reportIds, toUnitId);
    await this.#beside('report_figure', reportIds, toUnitId);
    await this.#beside('report_text', reportIds, toUnitId);
  }

  async #beside(table: string, reportIds: readonly Id[], toUnitId: Id): Promise<void> {
    await this.tx.execute(
      `update reports.${table} set unit_id = $3
       where committee_id = $1 and report_id = any($2::uuid[]) and unit_id <> $3`,
      [this.tx.committeeId, reportIds, toUnitId],
    );
  }
}
