import type { TestDatabase } from '../../support';
import type { Clock } from './clocks';

/** An entry of the ledger, as it is in the database, past all walls. */
export interface Entry {
  readonly receiptId: string;
  readonly obligation: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly step: string;
  readonly level: number;
  readonly state: string;
  readonly noticeId: string | null;
}

export function entriesOf(database: TestDatabase): Promise<Entry[]> {
  return database.query<Entry>(
    `select subject_id || '.' || part_id as "receiptId", obligation, started_at as "startedAt", due_at as "dueAt", step,
            level, state, notice_id as "noticeId"
     from dispatch.reminder`,
  );
}

export interface KeptNotice {
  readonly noticeId: string;
  readonly kind: string;
  /** In order; one whose inbox has it twice is named twice. */
  readonly accountIds: readonly string[];
  /** Of the inboxes it is in: in how many it is done. */
  readonly done: number;
}

/** Of papers: the committee has other deadlines, which nobody in the run works on. */
export function noticesOf(database: TestDatabase): Promise<KeptNotice[]> {
  return database.query<KeptNotice>(
    `select n.notice_id as "noticeId", n.kind,
            coalesce(array_agg(i.account_id::text order by i.account_id) filter (where i.account_id is not null), '{}')
              as "accountIds",
            count(i.done_at)::int as done
     from organization.notice n
     join organization.notice_subject s using (committee_id, subject_id)
     left join organization.inbox_notice i using (committee_id, notice_id)
     where s.type in ('Receipt', 'Document')
     group by n.notice_id, n.kind`,
  );
}

/** How many reminders each of these clocks has had. */
export async function remindersOf(database: TestDatabase, clocks: readonly Clock[]): Promise<number[]> {
  const rows = await database.query<{ count: number }>(
    `select count(r.step)::int as count
     from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
       with ordinality as c(receipt_id, obligation, started_at, due_at, n)
     left join dispatch.reminder r
       on r.subject_id = split_part(c.receipt_id, '.', 1)::uuid and r.part_id = split_part(c.receipt_id, '.', 2)::uuid
         and (r.obligation, r.started_at, r.due_at) = (c.obligation, c.started_at, c.due_at)
     group by c.n order by c.n`,
    [
      clocks.map(({ receiptId }) => receiptId),
      clocks.map(({ obligation }) => obligation),
      clocks.map(({ startedAt }) => new Date(startedAt)),
      clocks.map(({ dueAt }) => new Date(dueAt)),
    ],
  );
  return rows.map(({ count }) => count);
}

/** What is still on its way, by where it is. */
export interface UnderWay {
  readonly due: number;
  /** Levels that wait for a person although nobody has to decide them any more. */
  readonly void: number;
  readonly events: number;
  readonly deliveries: number;
}

export async function underWay(database: TestDatabase, now: Date): Promise<UnderWay> {
  const [row] = await database.query<UnderWay>(
    `select (select count(*) from dispatch.deadline where remind_at <= $1)::int as due,
            (select count(*) from dispatch.reminder r where state = 'PROPOSED' and not exists (
               select from dispatch.deadline d
               where (d.subject_id, d.part_id, d.obligation, d.started_at, d.due_at)
                 = (r.subject_id, r.part_id, r.obligation, r.started_at, r.due_at)))::int as void,
            (select count(*) from dispatch.outbox where confirmed_at is null and parked_at is null)::int
              + (select count(*) from organization.outbox where confirmed_at is null and parked_at is null)::int as events,
            (select count(*) from organization.notice_delivery where state = 'PENDING')::int as deliveries`,
    [now],
  );
  if (!row) throw new Error('nothing was counted');
  return row;
}

/** Events that were given up, with the error. */
export function parkedEvents(database: TestDatabase): Promise<{ readonly event: string; readonly error: string }[]> {
  return database.query(
    `select event, error from dispatch.outbox where parked_at is not null
     union all select event, error from organization.outbox where parked_at is not null`,
  );
}
