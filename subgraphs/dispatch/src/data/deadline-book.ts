import type { Id } from '@hub/core';
import type { DeadlineBook, DeadlineKey, Matter } from '@hub/deadlines';
import type { ReadTransaction } from '@hub/persistence';
import type { ReceiptObligation } from '../domain/obligation';
import { formatReceiptId } from '../domain/receipt-key';
import type { Urgency } from '../domain/urgency';

const OBLIGATIONS: Readonly<Record<ReceiptObligation, DeadlineBook['obligations'][string]>> = {
  ACKNOWLEDGE: { name: '签收', verb: '签收', subjectType: 'Document', outside: '有1件公文待签收' },
  FEEDBACK: { name: '反馈', verb: '报送反馈', subjectType: 'Document', outside: '有1件公文待反馈' },
};

/** What the ledger of reminders says about receipts. */
export const receiptBook: DeadlineBook = {
  schema: 'dispatch',
  obligations: OBLIGATIONS,
  describe: describeReceipts,
};

interface Described {
  readonly title: string | null;
  readonly urgency: Urgency | null;
  readonly organizationName: string;
  readonly documentId: Id;
  readonly organizationId: Id;
}

async function describeReceipts(tx: ReadTransaction, keys: readonly DeadlineKey[]): Promise<(Matter | null)[]> {
  const rows = await tx.query<Described>(
    `select d.title, d.urgency, r.organization_name as "organizationName", r.document_id as "documentId",
            r.organization_id as "organizationId"
     from unnest($2::uuid[], $3::uuid[]) as k(document_id, organization_id)
     join dispatch.receipt r
       on r.committee_id = $1 and r.document_id = k.document_id and r.organization_id = k.organization_id
     left join dispatch.document d on d.committee_id = $1 and d.document_id = r.document_id`,
    [tx.committeeId, keys.map(({ subjectId }) => subjectId), keys.map(({ partId }) => partId)],
  );
  const found = new Map(rows.map((row) => [formatReceiptId(row), row]));
  return keys.map(({ subjectId, partId }) => {
    const id = formatReceiptId({ documentId: subjectId, organizationId: partId });
    const row = found.get(id);
    if (!row || row.title === null || row.urgency === null) return null;
    const { title, urgency, organizationName } = row;
    return { type: 'Receipt', id, title, organizationName, urgency, owedBy: 'UNIT' };
  });
}
