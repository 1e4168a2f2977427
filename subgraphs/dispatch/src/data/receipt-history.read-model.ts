import { rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReceiptObligation } from '../domain/obligation';
import { formatReceiptId, parseReceiptId, type ReceiptKey } from '../domain/receipt-key';
import type { ExtensionRequestEntity } from './extension-request.entity';
import type { FeedbackEntity } from './feedback.entity';
import type { ReceiptReturnEntity } from './receipt-return.entity';

type Histories<Row> = ReadonlyMap<string, readonly Row[]>;

/** Returns of several receipts, oldest first. */
export function returnsOf(tx: ReadTransaction, receiptIds: readonly string[]): Promise<Histories<ReceiptReturnEntity>> {
  return historiesOf(
    tx,
    receiptIds,
    `select h.document_id as "documentId", h.organization_id as "organizationId", h.ordinal, h.reason, h.explanation,
            h.returned_by_name as "returnedByName", h.returned_by_title as "returnedByTitle",
            h.returned_at as "returnedAt", h.answer, h.accepted, h.answered_by_name as "answeredByName",
            h.answered_at as "answeredAt"
     from dispatch.receipt_return h`,
  );
}

/** Feedback on several receipts, oldest first. */
export function feedbackOf(tx: ReadTransaction, receiptIds: readonly string[]): Promise<Histories<FeedbackEntity>> {
  return historiesOf(
    tx,
    receiptIds,
    `select h.document_id as "documentId", h.organization_id as "organizationId", h.ordinal, h.kind, h.content,
            h.submitted_by_name as "submittedByName", h.submitted_by_title as "submittedByTitle",
            h.submitted_at as "submittedAt", h.state, h.decision_note as "decisionNote",
            h.decided_by_name as "decidedByName", h.decided_at as "decidedAt"
     from dispatch.feedback h`,
  );
}

/** Requests for more time on several receipts, oldest first. */
export function extensionRequestsOf(
  tx: ReadTransaction,
  receiptIds: readonly string[],
): Promise<Histories<ExtensionRequestEntity>> {
  return historiesOf(
    tx,
    receiptIds,
    `select h.document_id as "documentId", h.organization_id as "organizationId", h.ordinal, h.reason,
            h.current_due_at as "currentDueAt", h.requested_due_on as "requestedDueOn",
            h.requested_by_name as "requestedByName", h.requested_at as "requestedAt", h.state,
            h.granted_due_at as "grantedDueAt", h.decision_note as "decisionNote",
            h.decided_by_name as "decidedByName", h.decided_at as "decidedAt"
     from dispatch.extension_request h`,
  );
}

export interface DeadlineMoveRow extends ReceiptKey {
  readonly obligation: ReceiptObligation;
  readonly movedAt: Date;
  readonly fromDueAt: Date | null;
  readonly toDueAt: Date;
  readonly reason: string;
  readonly fromCalendar: string | null;
  readonly toCalendar: string | null;
  readonly movedByName: string;
}

/** How the limits of several receipts moved, oldest first. */
export function deadlineMovesOf(
  tx: ReadTransaction,
  receiptIds: readonly string[],
): Promise<Histories<DeadlineMoveRow>> {
  return historiesOf(
    tx,
    receiptIds,
    `select h.document_id as "documentId", h.organization_id as "organizationId", h.obligation,
            h.moved_at as "movedAt", h.from_due_at as "fromDueAt", h.to_due_at as "toDueAt", h.reason,
            h.from_calendar as "fromCalendar", h.to_calendar as "toCalendar", h.moved_by_name as "movedByName"
     from (select m.*, m.subject_id as document_id, m.move_id as ordinal from dispatch.deadline_move m) h`,
  );
}

async function historiesOf<Row extends ReceiptKey>(
  tx: ReadTransaction,
  receiptIds: readonly string[],
  select: string,
): Promise<Histories<Row>> {
  const keys = receiptIds.map(parseReceiptId).filter((key) => key !== null);
  const rows = await tx.query<Row>(
    `${select}
     join unnest($2::uuid[], $3::uuid[]) as k(document_id, organization_id)
       on (h.document_id, h.organization_id) = (k.document_id, k.organization_id)
     where h.committee_id = $1 order by h.ordinal`,
    [tx.committeeId, keys.map((key) => key.documentId), keys.map((key) => key.organizationId)],
  );
  return rowsBy(rows, formatReceiptId);
}
