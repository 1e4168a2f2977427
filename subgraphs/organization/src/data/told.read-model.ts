import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DeliveryState, NoticeChannel, NoticeKind } from '../domain/notice';

/** One way in which one notice went to one person. */
export interface ToldRow {
  readonly noticeId: Id;
  readonly kind: NoticeKind;
  readonly obligation: string;
  readonly level: number;
  readonly requestedAt: Date;
  readonly accountId: Id;
  readonly channel: NoticeChannel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly sentAt: Date | null;
}

/** More about one thing is nobody's reading. */
const MOST = 500;

/** Who was told of a thing, when and through what; neither text nor address. The newest notices when there are very many. */
export async function toldOf(tx: ReadTransaction, about: { type: string; id: string }): Promise<ToldRow[]> {
  const rows = await tx.query<ToldRow>(
    `select n.notice_id as "noticeId", n.kind, s.obligation, n.level, n.requested_at as "requestedAt",
            d.account_id as "accountId", d.channel, d.state, d.attempts, d.sent_at as "sentAt"
     from organization.notice_subject s
     join organization.notice n on (n.committee_id, n.subject_id) = (s.committee_id, s.subject_id)
     join organization.notice_delivery d on (d.committee_id, d.notice_id) = (n.committee_id, n.notice_id)
     where s.committee_id = $1 and s.type = $2 and s.id = $3
     order by n.requested_at desc, n.notice_id desc, d.account_id desc, d.channel desc limit $4`,
    [tx.committeeId, about.type, about.id, MOST],
  );
  return rows.reverse();
}
