import type { Id, OutsideChannelName } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { type NoticeKind, type NoticeSubject, subjectKey } from '../domain/notice';

export interface HeldSubject {
  readonly subjectId: Id;
  readonly settledAt: Date | null;
}

export interface NoticeRow {
  readonly noticeId: Id;
  readonly subjectId: Id;
  readonly kind: NoticeKind;
  readonly unitId: Id | null;
  readonly level: number;
  readonly title: string;
  readonly outsideText: string;
  readonly dueAt: string | null;
  readonly urgent: boolean;
  readonly requestedAt: string;
}

export interface InboxRow {
  readonly noticeId: Id;
  readonly accountId: Id;
  readonly subjectId: Id;
  readonly postId: Id;
  readonly organizationId: Id;
  readonly delegationId: Id | null;
  readonly body: string;
  readonly remark: string | null;
  readonly settledAt: Date | null;
}

export interface OutsideDelivery {
  readonly noticeId: Id;
  readonly accountId: Id;
  readonly channel: OutsideChannelName;
  readonly lane: string;
  readonly notBefore: Date;
  readonly settled: boolean;
}

/** What is over of a matter: the notices that are named, or all that was asked for until then. */
export interface Settlement {
  readonly subjectId: Id;
  readonly settledAt: string;
  readonly noticeIds: readonly Id[] | null;
}

const IS_OVER = '(case when $4::uuid[] is null then n.requested_at <= $3 else n.notice_id = any($4) end)';

/** An account, and the notice of it that changed. */
export interface Told {
  readonly accountId: Id;
  readonly noticeId: Id;
}

/** Any number of notices is written by a handful of statements. */
export class NoticeRepository {
  constructor(private readonly tx: Transaction) {}

  /** The rows of what notices are about, made where they are new and under lock, by `subjectKey`. */
  async holdSubjects(
    subjects: readonly (NoticeSubject & { readonly subjectId: Id })[],
  ): Promise<ReadonlyMap<string, HeldSubject>> {
    const sorted = [...subjects].sort((a, b) => (subjectKey(a) < subjectKey(b) ? -1 : 1));
    await this.tx.execute(
      `insert into organization.notice_subject (committee_id, subject_id, type, id, obligation)
       select $1, s."subjectId", s.type, s.id, s.obligation
       from jsonb_to_recordset($2::jsonb) as s("subjectId" uuid, type text, id text, obligation text)
       on conflict (committee_id, id, obligation, type) do nothing`,
      [this.tx.committeeId, JSON.stringify(sorted)],
    );
    const rows = await this.tx.query<HeldSubject & NoticeSubject>(
      `select h.subject_id as "subjectId", h.settled_at as "settledAt", h.type, h.id, h.obligation
       from organization.notice_subject h
       join jsonb_to_recordset($2::jsonb) as s(type text, id text, obligation text)
         on (s.id, s.obligation, s.type) = (h.id, h.obligation, h.type)
       where h.committee_id = $1
       order by h.id, h.obligation, h.type for update of h`,
      [this.tx.committeeId, JSON.stringify(sorted)],
    );
    return new Map(rows.map((row) => [subjectKey(row), row]));
  }

  /** Those that were not there yet, each with when it was settled by its name before it came. */
  async insertNew(notices: readonly NoticeRow[]): Promise<ReadonlyMap<Id, Date | null>> {
    const rows = await this.tx.query<{ noticeId: Id; settledAt: Date | null }>(
      `insert into organization.notice
         (committee_id, notice_id, subject_id, kind, unit_id, level, title, outside_text, due_at, urgent, requested_at)
       select $1, n."noticeId", n."subjectId", n.kind, n."unitId", n.level, n.title, n."outsideText", n."dueAt", n.urgent,
              n."requestedAt"
       from jsonb_to_recordset($2::jsonb) as n(
         "noticeId" uuid, "subjectId" uuid, kind text, "unitId" uuid, level int, title text, "outsideText" text,
         "dueAt" timestamptz, urgent boolean, "requestedAt" timestamptz)
       on conflict (committee_id, notice_id) do nothing
       returning notice_id as "noticeId",
         (select s.settled_at from organization.settled_notice s
          where (s.committee_id, s.notice_id) = (notice.committee_id, notice.notice_id)) as "settledAt"`,
      [this.tx.committeeId, JSON.stringify(notices)],
    );
    return new Map(rows.map(({ noticeId, settledAt }) => [noticeId, settledAt]));
  }

  /** Puts notices into inboxes, and notes that they were told there. What is settled already is done from the first. */
  async insertInbox(rows: readonly InboxRow[]): Promise<void> {
    await this.tx.execute(
      `insert into organization.inbox_notice
         (committee_id, notice_id, account_id, subject_id, post_id, organization_id, delegation_id, body, remark,
          created_at, done_at, done_by)
       select $1, i."noticeId", i."accountId", i."subjectId", i."postId", i."organizationId", i."delegationId", i.body,
              i.remark, $3, i."settledAt", case when i."settledAt" is not null then 'SETTLED' end
       from jsonb_to_recordset($2::jsonb) as i(
         "noticeId" uuid, "accountId" uuid, "subjectId" uuid, "postId" uuid, "organizationId" uuid, "delegationId" uuid,
         body text, remark text, "settledAt" timestamptz)`,
      [this.tx.committeeId, JSON.stringify(rows), this.tx.now],
    );
    await this.tx.execute(
      `insert into organization.notice_delivery
         (committee_id, notice_id, account_id, channel, state, not_before, message_id, sent_at)
       select $1, i."noticeId", i."accountId", 'IN_APP', 'SENT', $3, ${MESSAGE_ID('i', `'IN_APP'`)}, $3
       from jsonb_to_recordset($2::jsonb) as i("noticeId" uuid, "accountId" uuid)`,
      [this.tx.committeeId, JSON.stringify(rows), this.tx.now],
    );
  }

  /** What waits to go out. What is settled already is kept as dropped: it was asked for. */
  async insertDeliveries(rows: readonly OutsideDelivery[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.execute(
      `insert into organization.notice_delivery
         (committee_id, notice_id, account_id, channel, lane, state, not_before, message_id, last_error)
       select $1, d."noticeId", d."accountId", d.channel, d.lane, case when d.settled then 'DROPPED' else 'PENDING' end,
              d."notBefore", ${MESSAGE_ID('d', 'd.channel')}, case when d.settled then 'SETTLED' end
       from jsonb_to_recordset($2::jsonb) as d(
         "noticeId" uuid, "accountId" uuid, channel text, lane text, "notBefore" timestamptz, settled boolean)`,
      [this.tx.committeeId, JSON.stringify(rows)],
    );
    await this.tx.execute(
      `insert into organization.outside_lane (committee_id, lane)
       select $1, l.lane from unnest($2::text[]) as l(lane) on conflict (committee_id, lane) do nothing`,
      [this.tx.committeeId, [...new Set(rows.map(({ lane }) => lane))].sort()],
    );
  }

  /** Notes when a matter was settled last; false when that is known. Its row is under lock. */
  async settle(subjectId: Id, settledAt: string): Promise<boolean> {
    const changed = await this.tx.execute(
      `update organization.notice_subject set settled_at = $3
       where committee_id = $1 and subject_id = $2 and (settled_at is null or settled_at < $3)`,
      [this.tx.committeeId, subjectId, settledAt],
    );
    return changed > 0;
  }

  /** Notes of notices that have not come yet that they are settled. Their matter is under lock. */
  async settleAhead(noticeIds: readonly Id[], settledAt: string): Promise<void> {
    await this.tx.execute(
      `insert into organization.settled_notice (committee_id, notice_id, settled_at)
       select $1, s.id, $3 from unnest($2::uuid[]) as s(id)
       where not exists (select from organization.notice n where (n.committee_id, n.notice_id) = ($1, s.id))
       on conflict (committee_id, notice_id) do nothing`,
      [this.tx.committeeId, noticeIds, settledAt],
    );
  }

  /** Makes what is over done, for everybody who has it open. */
  closeInbox({ subjectId, settledAt, noticeIds }: Settlement): Promise<Told[]> {
    return this.tx.query<Told>(
      `update organization.inbox_notice i set done_at = $3, done_by = 'SETTLED'
       from organization.notice n
       where i.committee_id = $1 and i.subject_id = $2 and i.done_at is null
         and (n.committee_id, n.notice_id) = (i.committee_id, i.notice_id) and ${IS_OVER}
       returning i.account_id as "accountId", i.notice_id as "noticeId"`,
      [this.tx.committeeId, subjectId, settledAt, noticeIds],
    );
  }

  /** Takes back what was to go out. What is being sent at this moment is not touched: whoever sends it marks it. */
  async dropDeliveries({ subjectId, settledAt, noticeIds }: Settlement): Promise<void> {
    await this.tx.execute(
      `update organization.notice_delivery d set state = 'DROPPED', last_error = 'SETTLED'
       from organization.notice n
       where n.committee_id = $1 and n.subject_id = $2 and ${IS_OVER}
         and (d.committee_id, d.notice_id) = (n.committee_id, n.notice_id)
         and d.state = 'PENDING' and (d.lease_until is null or d.lease_until <= $5)`,
      [this.tx.committeeId, subjectId, settledAt, noticeIds, this.tx.now],
    );
  }
}

/** Names a message for good, from what makes it one: an attempt that is made again carries the same. */
const MESSAGE_ID = (row: string, channel: string): string =>
  `encode(sha256(convert_to(${row}."noticeId" || '.' || ${row}."accountId" || '.' || ${channel}, 'UTF8')), 'hex')`;
