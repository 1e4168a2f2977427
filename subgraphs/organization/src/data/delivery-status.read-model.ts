import { type Id, idLowerBound, type OutsideChannelName } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { failuresSince } from '../domain/outside-delivery';

/** What is on its way out of the hub in one committee. */
export interface DeliveryStatus {
  readonly waiting: number;
  /** Since when the first of them could have gone; null when none is due. */
  readonly dueSince: Date | null;
  /** Lately. */
  readonly failed: number;
  /** The newest of those. */
  readonly failures: readonly FailedDelivery[];
  readonly closedLanes: readonly ClosedLane[];
}

export interface FailedDelivery {
  readonly noticeId: Id;
  readonly channel: OutsideChannelName;
  readonly attempts: number;
  readonly lastError: string;
}

export interface ClosedLane {
  readonly lane: string;
  readonly failures: number;
  readonly closedUntil: Date;
  readonly lastError: string;
}

const SHOWN = 20;

export async function deliveryStatus(tx: ReadTransaction, now: Date): Promise<DeliveryStatus> {
  const [waiting] = await tx.query<{ waiting: number; dueSince: Date | null }>(
    `select count(*)::int as waiting, min(d.not_before) filter (where d.not_before <= $2) as "dueSince"
     from organization.notice_delivery d where d.committee_id = $1 and d.state = 'PENDING'`,
    [tx.committeeId, now],
  );
  const failures = await tx.query<FailedDelivery & { failed: number }>(
    `select d.notice_id as "noticeId", d.channel, d.attempts, d.last_error as "lastError",
            count(*) over ()::int as failed
     from organization.notice_delivery d
     where d.committee_id = $1 and d.state = 'FAILED' and d.notice_id >= $2
     order by d.notice_id desc limit $3`,
    [tx.committeeId, idLowerBound(failuresSince(now)), SHOWN],
  );
  const closedLanes = await tx.query<ClosedLane>(
    `select l.lane, l.failures, l.closed_until as "closedUntil", l.last_error as "lastError"
     from organization.outside_lane l where l.committee_id = $1 and l.closed_until > $2 order by l.lane`,
    [tx.committeeId, now],
  );
  return {
    waiting: waiting?.waiting ?? 0,
    dueSince: waiting?.dueSince ?? null,
    failed: failures[0]?.failed ?? 0,
    failures: failures.map(({ failed: _, ...failure }) => failure),
    closedLanes,
  };
}
