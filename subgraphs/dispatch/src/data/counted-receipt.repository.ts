import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { CountedReceipt } from '../domain/counted-limits';
import type { ReceiptKey } from '../domain/receipt-key';

export interface CountedReceiptRow extends CountedReceipt, ReceiptKey {
  readonly unitId: Id;
  readonly calendarVersion: string | null;
}

/** Limits of one receipt as a recount leaves them; null for one that stays. */
export interface RecountedReceipt extends ReceiptKey {
  readonly acknowledgeDueAt: Date | null;
  readonly feedbackDueAt: Date | null;
}

/** Receipts with a limit that is not due and was counted by another calendar. */
export class CountedReceiptRepository {
  constructor(private readonly tx: Transaction) {}

  lockAfter(after: ReceiptKey | null, calendarVersion: string, limit: number): Promise<CountedReceiptRow[]> {
    return this.tx.query<CountedReceiptRow>(
      `select r.document_id as "documentId", r.organization_id as "organizationId", r.unit_id as "unitId", d.urgency,
              r.duty, r.state, r.delivered_at as "deliveredAt", r.clock_started_at as "clockStartedAt",
              r.acknowledge_due_at as "acknowledgeDueAt", r.feedback_due_at as "feedbackDueAt",
              r.feedback_basis as "feedbackBasis", r.calendar_version as "calendarVersion"
       from dispatch.receipt r
       join dispatch.document d on d.committee_id = r.committee_id and d.document_id = r.document_id
       where r.committee_id = $1 and (r.due_at is not null or r.state = 'RETURNED')
         and r.calendar_version is distinct from $2 and (r.acknowledge_due_at > $3 or r.feedback_due_at > $3)
         and ($4::uuid is null or (r.document_id, r.organization_id) > ($4::uuid, $5::uuid))
       order by r.document_id, r.organization_id limit $6 for update of r`,
      [this.tx.committeeId, calendarVersion, this.tx.now, after?.documentId, after?.organizationId, limit],
    );
  }

  /** What comes next for a limit that moved is looked at again at once; what was sent for it stays sent. */
  async move(recounted: readonly RecountedReceipt[], calendarVersion: string): Promise<void> {
    await this.tx.execute(
      `update dispatch.receipt r
       set acknowledge_due_at = coalesce(m."acknowledgeDueAt", r.acknowledge_due_at),
           feedback_due_at = coalesce(m."feedbackDueAt", r.feedback_due_at), calendar_version = $2, updated_at = $3,
           -- It is told of, and settled with the others.
           reminded_at = $3,
           next_reminder_at = case when m.due is not null and r.planned_for = r.due_at and r.next_step is not null
             then $3 else r.next_reminder_at end,
           planned_for = case when m.due is not null and r.planned_for = r.due_at then m.due else r.planned_for end
       from (select m.*, case o.planned_as when 'ACKNOWLEDGE' then m."acknowledgeDueAt" else m."feedbackDueAt" end as due
             from jsonb_to_recordset($4::jsonb)
               as m("documentId" uuid, "organizationId" uuid, "acknowledgeDueAt" timestamptz, "feedbackDueAt" timestamptz)
             join dispatch.receipt o on o.committee_id = $1 and o.document_id = m."documentId"
               and o.organization_id = m."organizationId") m
       where r.committee_id = $1 and r.document_id = m."documentId" and r.organization_id = m."organizationId"`,
      [this.tx.committeeId, calendarVersion, this.tx.now, JSON.stringify(recounted)],
    );
  }
}
