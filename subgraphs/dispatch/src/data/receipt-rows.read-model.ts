import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { readingUnits } from './reading-units';

export const RECEIPT_GROUPINGS = ['UNIT', 'DOCUMENT', 'MONTH', 'STATE'] as const;

export type ReceiptGrouping = (typeof RECEIPT_GROUPINGS)[number];

export interface ReceiptRowsFilter {
  readonly documentId?: Id | null;
  readonly unitIds?: readonly Id[] | null;
  /** First instant of delivery. */
  readonly deliveredFrom?: Date | null;
  /** First instant that is too late. */
  readonly deliveredBefore?: Date | null;
}

export interface ReceiptGroupRow {
  readonly key: string;
  readonly label: string;
  readonly live: number;
  readonly acknowledged: number;
  readonly acknowledgedOnTime: number;
  readonly overdue: number;
  readonly returned: number;
  readonly feedbackOwed: number;
  readonly feedbackAccepted: number;
}

interface Grouping {
  readonly key: string;
  readonly label: string;
  /** Units stand in protocol order, never by rate. */
  readonly order: string;
  readonly join?: string;
}

const GROUPINGS: Readonly<Record<ReceiptGrouping, Grouping>> = {
  UNIT: { key: 'r.unit_id::text', label: 'max(r.unit_name)', order: 'min(r.protocol_order), key' },
  DOCUMENT: {
    key: 'r.document_id::text',
    label: 'max(d.document_number)',
    order: 'key desc',
    join: 'join dispatch.document d on (d.committee_id, d.document_id) = (r.committee_id, r.document_id)',
  },
  MONTH: {
    key: `to_char(r.delivered_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
    label: `to_char(min(r.delivered_at) at time zone 'Asia/Shanghai', 'YYYY"年"FMMM"月"')`,
    order: 'key desc',
  },
  STATE: { key: 'r.state', label: 'r.state', order: 'key' },
};

/** Receipts that are held, as flat rows for dashboards. */
export async function receiptRows(
  tx: ReadTransaction,
  now: Date,
  filter: ReceiptRowsFilter,
  groupBy: ReceiptGrouping,
): Promise<ReceiptGroupRow[]> {
  const { key, label, order, join = '' } = GROUPINGS[groupBy];
  return tx.query<ReceiptGroupRow>(
    `select ${key} as key, ${label} as label, count(*)::int as live,
            count(r.acknowledged_at)::int as acknowledged,
            (count(*) filter (where r.acknowledged_at <= r.acknowledge_due_at))::int as "acknowledgedOnTime",
            (count(*) filter (where r.due_at < $3))::int as overdue,
            (count(*) filter (where r.state in ('RETURNED', 'RETURNED_AFTER_REVIEW')))::int as returned,
            (count(*) filter (where r.duty = 'FEEDBACK'))::int as "feedbackOwed",
            (count(*) filter (where r.duty = 'FEEDBACK' and r.state in ('FEEDBACK_ACCEPTED', 'CLOSED')))::int
              as "feedbackAccepted"
     from dispatch.receipt r ${join}
     where r.committee_id = $1 and r.recalled_at is null and r.withdrawn_at is null
       and ($2::uuid[] is null or r.unit_id = any($2))
       and ($4::uuid is null or r.document_id = $4) and ($5::uuid[] is null or r.unit_id = any($5))
       and ($6::timestamptz is null or r.delivered_at >= $6) and ($7::timestamptz is null or r.delivered_at < $7)
     group by 1 order by ${order}`,
    [
      tx.committeeId,
      await readingUnits(tx),
      now,
      filter.documentId,
      filter.unitIds,
      filter.deliveredFrom,
      filter.deliveredBefore,
    ],
  );
}
