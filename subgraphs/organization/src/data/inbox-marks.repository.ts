import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { NEWS } from '../domain/notice';
import type { Told } from './notice.repository';

/** True for the notices marked, and for what stands under each of them. */
const MARKED = `i.committee_id = $1 and i.account_id = $2 and exists (
  select from organization.inbox_notice head
  where head.committee_id = i.committee_id and head.account_id = i.account_id and head.subject_id = i.subject_id
    and (head.done_at is null) = (i.done_at is null) and head.notice_id >= i.notice_id and head.notice_id = any($3))`;

/** All that are open, when none are named. */
const OPEN = 'i.committee_id = $1 and i.account_id = $2 and $3::uuid[] is null and i.done_at is null';

/** What he has read, and with it the news among it is done; `$4` is now, `$5` the kinds that are news. */
const READ = `update organization.inbox_notice i
  set read_at = $4, done_at = case when n.kind = any($5) then coalesce(i.done_at, $4) else i.done_at end,
      done_by = case when n.kind = any($5) then coalesce(i.done_by, 'PERSON') else i.done_by end
  from organization.notice n
  where n.committee_id = i.committee_id and n.notice_id = i.notice_id and i.read_at is null`;

/** What somebody says of the notices in his own inbox. */
export class InboxMarks {
  constructor(
    private readonly tx: Transaction,
    private readonly accountId: Id,
  ) {}

  /** Whether all of them are his. */
  async has(noticeIds: readonly Id[]): Promise<boolean> {
    const rows = await this.tx.query(
      'select from organization.inbox_notice where committee_id = $1 and account_id = $2 and notice_id = any($3)',
      [this.tx.committeeId, this.accountId, noticeIds],
    );
    return rows.length === new Set(noticeIds).size;
  }

  read(noticeIds: readonly Id[] | null): Promise<Told[]> {
    return this.tx.query<Told>(
      `${READ} and ${noticeIds === null ? OPEN : MARKED}
       returning i.account_id as "accountId", i.notice_id as "noticeId"`,
      [this.tx.committeeId, this.accountId, noticeIds, this.tx.now, NEWS],
    );
  }

  /** What he is done with he has read. */
  done(noticeId: Id): Promise<Told[]> {
    return this.tx.query<Told>(
      `update organization.inbox_notice i set done_at = $4, done_by = 'PERSON', read_at = coalesce(i.read_at, $4)
       where ${MARKED} and i.done_at is null
       returning i.account_id as "accountId", i.notice_id as "noticeId"`,
      [this.tx.committeeId, this.accountId, [noticeId], this.tx.now],
    );
  }
}
