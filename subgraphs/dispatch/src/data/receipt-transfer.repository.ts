import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import type { Duty } from '../domain/duty';
import type { ReceiptState } from '../domain/receipt-state';

export interface TransferredReceipt {
  readonly documentId: Id;
  /** Whether the unit owes anything on it. */
  readonly owed: boolean;
}

export interface ExemptedReceipt {
  readonly documentId: Id;
  readonly organizationId: Id;
  readonly unitId: Id;
  readonly state: ReceiptState;
  readonly duty: Duty;
  readonly version: number;
  readonly remindedAt: Date | null;
  readonly dueAt: Date;
}

export interface Beside {
  readonly organizationId: Id;
  readonly documentIds: readonly Id[];
  readonly toUnitId: Id;
}

/** Receipts as their organisation goes to another unit, or comes to its end: always as sets. */
export class ReceiptTransferRepository {
  constructor(private readonly tx: Transaction) {}

  /** A recalled one was never there: it stays, and gets its unit when it is issued again. */
  transfer(organizationId: Id, fromUnitId: Id, toUnitId: Id): Promise<TransferredReceipt[]> {
    return this.tx.query<TransferredReceipt>(
      `update dispatch.receipt r set unit_id = $4, updated_at = $5
       where r.committee_id = $1 and r.unit_id = $3 and r.organization_id = $2 and r.recalled_at is null
       returning r.document_id as "documentId", r.due_at is not null as owed`,
      [this.tx.committeeId, organizationId, fromUnitId, toUnitId, this.tx.now],
    );
  }

  /** What was said about them. After the receipts: whoever adds to one has it under lock, and is done by then. */
  async transferBeside(beside: Beside): Promise<void> {
    await transferRows(this.tx, 'receipt_return', beside);
    await transferRows(this.tx, 'feedback', beside);
    await transferRows(this.tx, 'extension_request', beside);
    await transferRows(this.tx, 'attachment', beside);
  }

  /** What is owed under lock, in the order of the documents. */
  lockOwed(organizationId: Id, unitId: Id): Promise<ExemptedReceipt[]> {
    return this.tx.query<ExemptedReceipt>(
      `select r.document_id as "documentId", r.organization_id as "organizationId", r.unit_id as "unitId", r.state, r.duty,
              r.version, r.reminded_at as "remindedAt", r.due_at as "dueAt"
       from dispatch.receipt r
       where r.committee_id = $1 and r.unit_id = $3 and r.organization_id = $2 and r.due_at is not null
       order by r.document_id for update`,
      [this.tx.committeeId, organizationId, unitId],
    );
  }

  /** Without limits nothing is owed; the state stays what it is, for nothing was done. */
  async exempt(organizationId: Id, documentIds: readonly Id[], reason: string): Promise<void> {
    await this.tx.execute(
      `update dispatch.receipt r
       set acknowledge_due_at = null, feedback_due_at = null, exempted_at = $4, exempt_reason = $5, updated_at = $4,
           version = r.version + 1
       where r.committee_id = $1 and r.document_id = any($3::uuid[]) and r.organization_id = $2`,
      [this.tx.committeeId, organizationId, documentIds, this.tx.now, reason],
    );
  }
}

async function transferRows(
  tx: Transaction,
  table: string,
  { organizationId, documentIds, toUnitId }: Beside,
): Promise<void> {
  await tx.execute(
    `update dispatch.${table} set unit_id = $4
     where committee_id = $1 and document_id = any($3::uuid[]) and organization_id = $2 and unit_id <> $4`,
    [tx.committeeId, organizationId, documentIds, toUnitId],
  );
}
