import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DoneBy, NoticeKind } from '../domain/notice';
import { columns } from './columns';
import { byKey, groupedBy } from './keyed';

/** A notice as it stands in somebody's inbox. */
export interface InboxNoticeRow {
  readonly noticeId: Id;
  readonly kind: NoticeKind;
  readonly aboutType: string;
  readonly aboutId: string;
  readonly obligation: string;
  readonly unitId: Id | null;
  readonly level: number;
  readonly title: string;
  readonly body: string;
  readonly remark: string | null;
  readonly dueAt: Date | null;
  readonly urgent: boolean;
  readonly requestedAt: Date;
  readonly createdAt: Date;
  readonly postId: Id;
  readonly delegationId: Id | null;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: DoneBy | null;
}

export type EarlierNoticeRow = Pick<
  InboxNoticeRow,
  'noticeId' | 'kind' | 'level' | 'title' | 'dueAt' | 'requestedAt' | 'readAt'
>;

const OF_NOTICE = columns('n', ['notice_id', 'kind', 'level', 'title', 'due_at', 'requested_at']);

export const NOTICE_COLUMNS = `${OF_NOTICE}, ${columns('n', ['unit_id', 'urgent'])},
  ${columns('i', ['body', 'remark', 'created_at', 'post_id', 'delegation_id', 'read_at', 'done_at', 'done_by'])},
  s.type as "aboutType", s.id as "aboutId", s.obligation`;

export const INBOX = `organization.inbox_notice i
  join organization.notice n on (n.committee_id, n.notice_id) = (i.committee_id, i.notice_id)
  join organization.notice_subject s on (s.committee_id, s.subject_id) = (i.committee_id, i.subject_id)`;

/**
 * True for the newest of what was told of one matter, among what is open and among what is done: it stands for those
 * before it, which are kept under it.
 */
export const STANDS = `not exists (
  select from organization.inbox_notice newer
  where newer.committee_id = i.committee_id and newer.account_id = i.account_id and newer.subject_id = i.subject_id
    and (newer.done_at is null) = (i.done_at is null) and newer.notice_id > i.notice_id)`;

export const NOTICE_STATES = ['UNREAD', 'OPEN', 'DONE', 'ALL'] as const;

export type NoticeState = (typeof NOTICE_STATES)[number];

const IN_STATE: Readonly<Record<NoticeState, string>> = {
  UNREAD: 'i.done_at is null and i.read_at is null',
  OPEN: 'i.done_at is null',
  DONE: 'i.done_at is not null',
  ALL: 'true',
};

export interface NoticeQuery {
  readonly state: NoticeState;
  /** Null: of any kind. */
  readonly kinds: readonly NoticeKind[] | null;
}

/** The newest first. */
export async function listNotices(
  tx: ReadTransaction,
  accountId: Id,
  { state, kinds }: NoticeQuery,
  page: PageRequest,
): Promise<Page<InboxNoticeRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const where = `i.committee_id = $1 and i.account_id = $2 and ${IN_STATE[state]} and ${STANDS}
    and ($3::text[] is null or n.kind = any($3))`;
  const rows = await tx.query<InboxNoticeRow>(
    `select ${NOTICE_COLUMNS} from ${INBOX} where ${where} and ($4::uuid is null or i.notice_id < $4)
     order by i.notice_id desc limit $5 offset $6`,
    [tx.committeeId, accountId, kinds, after, page.first + 1, page.offset ?? 0],
  );
  if (page.counted === false) return pageOf(rows, page.first, 0, (row) => [row.noticeId]);
  const [total] = await tx.query<{ count: number }>(`select count(*)::int as count from ${INBOX} where ${where}`, [
    tx.committeeId,
    accountId,
    kinds,
  ]);
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.noticeId]);
}

export async function noticesById(
  tx: ReadTransaction,
  accountId: Id,
  noticeIds: readonly Id[],
): Promise<Map<Id, InboxNoticeRow>> {
  const rows = await tx.query<InboxNoticeRow>(
    `select ${NOTICE_COLUMNS} from ${INBOX}
     where i.committee_id = $1 and i.account_id = $2 and i.notice_id = any($3)`,
    [tx.committeeId, accountId, noticeIds],
  );
  return byKey(rows, (row) => row.noticeId);
}

/** What stands under each of those notices: told earlier of the same matter. The newest first. */
export async function earlierNotices(
  tx: ReadTransaction,
  accountId: Id,
  noticeIds: readonly Id[],
): Promise<Map<Id, EarlierNoticeRow[]>> {
  const rows = await tx.query<EarlierNoticeRow & { readonly under: Id }>(
    `select head.notice_id as under, ${OF_NOTICE}, i.read_at as "readAt"
     from organization.inbox_notice head
     join organization.inbox_notice i
       on (i.committee_id, i.account_id, i.subject_id) = (head.committee_id, head.account_id, head.subject_id)
       and (i.done_at is null) = (head.done_at is null) and i.notice_id < head.notice_id
     join organization.notice n on (n.committee_id, n.notice_id) = (i.committee_id, i.notice_id)
     where head.committee_id = $1 and head.account_id = $2 and head.notice_id = any($3)
     order by i.notice_id desc`,
    [tx.committeeId, accountId, noticeIds],
  );
  return groupedBy(noticeIds, rows, ({ under }) => under);
}

export interface NoticeCounts {
  readonly unread: number;
  readonly open: number;
  readonly overdue: number;
}

/** How many matters are told of and not done. */
export async function countNotices(tx: ReadTransaction, accountId: Id, now: Date): Promise<NoticeCounts> {
  const [counts] = await tx.query<NoticeCounts>(
    `select count(*) filter (where i.read_at is null)::int as unread, count(*)::int as open,
            count(*) filter (where n.due_at < $3)::int as overdue
     from organization.inbox_notice i
     join organization.notice n on (n.committee_id, n.notice_id) = (i.committee_id, i.notice_id)
     where i.committee_id = $1 and i.account_id = $2 and i.done_at is null and ${STANDS}`,
    [tx.committeeId, accountId, now],
  );
  return counts ?? { unread: 0, open: 0, overdue: 0 };
}
