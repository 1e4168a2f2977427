import { addDays, type Id, type LocalDate, startOfDay } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { NoticeKind } from '../domain/notice';
import type { Days } from '../domain/notice-digest';
import { INBOX, type InboxNoticeRow, NOTICE_COLUMNS, STANDS } from './notice.read-model';

export interface KindCount {
  readonly kind: NoticeKind;
  readonly total: number;
  readonly open: number;
}

export interface DigestDay {
  readonly day: LocalDate;
  readonly kinds: readonly KindCount[];
  /** Of what is open: what is urgent first, then what is due first. */
  readonly mostUrgent: InboxNoticeRow | null;
}

const DAY = `to_char(i.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const CAME_BETWEEN = `i.committee_id = $1 and i.account_id = $2 and i.created_at >= $3 and i.created_at < $4 and ${STANDS}`;

/** What came on each day that anything came, the newest first. */
export async function digestNotices(tx: ReadTransaction, accountId: Id, { from, to }: Days): Promise<DigestDay[]> {
  const parameters = [tx.committeeId, accountId, startOfDay(from), startOfDay(addDays(to, 1))];
  const counts = await tx.query<{ readonly day: LocalDate; readonly kinds: KindCount[] }>(
    `select day, jsonb_agg(jsonb_build_object('kind', kind, 'total', total, 'open', open) order by total desc, kind) as kinds
     from (select ${DAY} as day, n.kind, count(*) as total, count(*) filter (where i.done_at is null) as open
           from ${INBOX} where ${CAME_BETWEEN} group by 1, 2) of_kind
     group by day order by day desc`,
    parameters,
  );
  const first = await tx.query<InboxNoticeRow & { readonly day: LocalDate }>(
    `select distinct on (${DAY}) ${DAY} as day, ${NOTICE_COLUMNS}
     from ${INBOX} where ${CAME_BETWEEN} and i.done_at is null
     order by ${DAY}, n.urgent desc, n.due_at, i.notice_id`,
    parameters,
  );
  return counts.map(({ day, kinds }) => ({ day, kinds, mostUrgent: first.find((row) => row.day === day) ?? null }));
}
