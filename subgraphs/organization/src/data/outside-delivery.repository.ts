import { type Id, idLowerBound, type OutsideChannelName } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DropReason, Reachable } from '../domain/outside-delivery';
import { QUIET_HOURS } from './quiet-hours.sql';

export interface DeliveryKey {
  readonly noticeId: Id;
  readonly accountId: Id;
  readonly channel: OutsideChannelName;
}

/** A message that was given up, and when its reader may be disturbed now. */
export type GivenUpDelivery = DeliveryKey & Reachable;

/** A message that is due, with all that is needed to send it, or not to. */
export interface DueDelivery extends DeliveryKey, Reachable {
  readonly lane: string;
  readonly messageId: string;
  /** Before this one. */
  readonly attempts: number;
  /** Whoever tried last never said how it went. */
  readonly brokenOff: boolean;
  readonly outsideText: string;
  readonly dueAt: Date | null;
  readonly doneBy: 'PERSON' | 'SETTLED' | null;
  readonly preferenceId: Id | null;
  /** Sealed; null when the channel is off. */
  readonly address: Buffer | null;
  readonly secret: Buffer | null;
}

export interface LaneRoom {
  readonly lane: string;
  /** How many of each channel may be on their way. */
  readonly width: number;
}

export class OutsideDeliveryRepository {
  constructor(private readonly tx: Transaction) {}

  /** What is due in these lanes, each up to its room less what is under way, under lock. The lanes are held. */
  lockDue(lanes: readonly LaneRoom[], channels: readonly OutsideChannelName[]): Promise<DueDelivery[]> {
    return this.tx.query<DueDelivery>(
      `select d.notice_id as "noticeId", d.account_id as "accountId", d.channel, d.lane, d.message_id as "messageId",
              d.attempts, d.lease_until is not null as "brokenOff",
              n.outside_text as "outsideText", n.due_at as "dueAt", n.urgent, i.done_by as "doneBy",
              p.preference_id as "preferenceId", p.address, p.secret,
              ${QUIET_HOURS}
       from jsonb_to_recordset($3::jsonb) as l(lane text, width int)
       cross join lateral (
         select count(*)::int as sum from organization.notice_delivery b
         where b.committee_id = $1 and b.lane = l.lane and b.state = 'PENDING' and b.lease_until > $2
       ) as busy
       cross join lateral (
         select * from organization.notice_delivery w
         where w.committee_id = $1 and w.lane = l.lane and w.state = 'PENDING' and w.not_before <= $2
           and (w.lease_until is null or w.lease_until <= $2) and w.channel = any($4)
         order by w.not_before, w.notice_id limit greatest(l.width - busy.sum, 0)
         for update skip locked
       ) as d
       join organization.notice n on (n.committee_id, n.notice_id) = (d.committee_id, d.notice_id)
       join organization.inbox_notice i
         on (i.committee_id, i.notice_id, i.account_id) = (d.committee_id, d.notice_id, d.account_id)
       left join organization.notice_preference p
         on (p.committee_id, p.account_id, p.channel) = (d.committee_id, d.account_id, d.channel) and p.enabled`,
      [this.tx.committeeId, this.tx.now, JSON.stringify(lanes), channels],
    );
  }

  /** Takes rows for one attempt each, until the lease runs out; what was broken off before is counted. */
  async lease(keys: readonly DeliveryKey[], until: Date): Promise<void> {
    if (keys.length === 0) return;
    await this.tx.execute(
      `update organization.notice_delivery d
       set attempts = d.attempts + 1, lease_until = $3, interruptions = d.interruptions + (d.lease_until is not null)::int
       from jsonb_to_recordset($2::jsonb) as k("noticeId" uuid, "accountId" uuid, channel text)
       where d.committee_id = $1
         and (d.notice_id, d.account_id, d.channel) = (k."noticeId", k."accountId", k.channel)`,
      [this.tx.committeeId, JSON.stringify(keys), until],
    );
  }

  async drop(rows: readonly (DeliveryKey & { readonly reason: DropReason })[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.execute(
      `update organization.notice_delivery d set state = 'DROPPED', lease_until = null, last_error = k.reason
       from jsonb_to_recordset($2::jsonb) as k("noticeId" uuid, "accountId" uuid, channel text, reason text)
       where d.committee_id = $1
         and (d.notice_id, d.account_id, d.channel) = (k."noticeId", k."accountId", k.channel)`,
      [this.tx.committeeId, JSON.stringify(rows)],
    );
  }

  /** It is out, whatever became of the row meanwhile. */
  async markSent({ noticeId, accountId, channel }: DeliveryKey): Promise<void> {
    await this.tx.execute(
      `update organization.notice_delivery
       set state = 'SENT', sent_at = $5, lease_until = null, last_error = null
       where committee_id = $1 and notice_id = $2 and account_id = $3 and channel = $4 and state <> 'SENT'`,
      [this.tx.committeeId, noticeId, accountId, channel, this.tx.now],
    );
  }

  /**
   * Notes a failure of the given attempt: to be tried again, or not. Whoever comes back after his lease ran out and
   * another began says nothing any more.
   */
  async markFailed(
    { noticeId, accountId, channel }: DeliveryKey,
    attempt: number,
    { error, retryAt }: { readonly error: string; readonly retryAt: Date | null },
  ): Promise<void> {
    await this.tx.execute(
      `update organization.notice_delivery
       set state = case when $6::timestamptz is null then 'FAILED' else 'PENDING' end,
           not_before = coalesce($6, not_before), lease_until = null, last_error = $7
       where committee_id = $1 and notice_id = $2 and account_id = $3 and channel = $4
         and state = 'PENDING' and attempts = $5`,
      [this.tx.committeeId, noticeId, accountId, channel, attempt, retryAt, error],
    );
  }

  /** What was given up, under lock: of the notice that is named, whatever its age, or of all since then. */
  lockFailed(noticeId: Id | null, since: Date): Promise<GivenUpDelivery[]> {
    return this.tx.query<GivenUpDelivery>(
      `select d.notice_id as "noticeId", d.account_id as "accountId", d.channel, n.urgent, ${QUIET_HOURS}
       from organization.notice_delivery d
       join organization.notice n on (n.committee_id, n.notice_id) = (d.committee_id, d.notice_id)
       left join organization.notice_preference p
         on (p.committee_id, p.account_id, p.channel) = (d.committee_id, d.account_id, d.channel)
       where d.committee_id = $1 and d.state = 'FAILED'
         and case when $2::uuid is null then d.notice_id >= $3 else d.notice_id = $2 end
       order by d.notice_id, d.account_id, d.channel for update of d`,
      [this.tx.committeeId, noticeId, idLowerBound(since)],
    );
  }

  /** Lines up anew, with all attempts before it, what was given up and is locked. */
  async lineUpAgain(rows: readonly (DeliveryKey & { readonly notBefore: Date })[]): Promise<void> {
    if (rows.length === 0) return;
    await this.tx.execute(
      `update organization.notice_delivery d
       set state = 'PENDING', attempts = 0, not_before = k."notBefore", last_error = null
       from jsonb_to_recordset($2::jsonb) as k("noticeId" uuid, "accountId" uuid, channel text, "notBefore" timestamptz)
       where d.committee_id = $1
         and (d.notice_id, d.account_id, d.channel) = (k."noticeId", k."accountId", k.channel)`,
      [this.tx.committeeId, JSON.stringify(rows)],
    );
  }
}
