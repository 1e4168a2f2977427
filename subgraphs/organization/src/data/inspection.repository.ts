import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { InspectionKind, InspectionOrder } from '../domain/inspection';

export class InspectionRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(
    inspectionId: Id,
    accountId: Id,
    kind: InspectionKind,
    { orderNumber, reason }: InspectionOrder,
    by: PersonActor,
  ): Promise<void> {
    await this.tx.execute(
      `insert into organization.inspection
         (committee_id, inspection_id, account_id, kind, order_number, reason,
          opened_by_account_id, opened_by_name, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.tx.committeeId,
        inspectionId,
        accountId,
        kind,
        orderNumber.trim(),
        reason.trim(),
        by.accountId,
        by.displayName,
        this.tx.now,
      ],
    );
  }

  async exists(inspectionId: Id): Promise<boolean> {
    const rows = await this.tx.query(
      'select from organization.inspection where committee_id = $1 and inspection_id = $2',
      [this.tx.committeeId, inspectionId],
    );
    return rows.length > 0;
  }
}
