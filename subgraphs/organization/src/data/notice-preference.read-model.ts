import type { Id, OutsideChannelName, QuietHours } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { NoticeChannel } from '../domain/notice';
import { QUIET_HOURS } from './quiet-hours.sql';

export interface ChannelInUse {
  readonly accountId: Id;
  readonly channel: OutsideChannelName;
  readonly lane: string;
  readonly quiet: QuietHours | null;
}

/** The outside channels that accounts want to be told through, of those that there are. */
export function channelsInUse(
  tx: ReadTransaction,
  accountIds: readonly Id[],
  channels: readonly OutsideChannelName[],
): Promise<ChannelInUse[]> {
  return tx.query<ChannelInUse>(
    `select p.account_id as "accountId", p.channel, coalesce(p.lane, p.channel) as lane,
            ${QUIET_HOURS}
     from organization.notice_preference p
     where p.committee_id = $1 and p.account_id = any($2) and p.channel = any($3) and p.enabled`,
    [tx.committeeId, accountIds, channels],
  );
}

/** A channel as its owner is shown it. */
export interface OwnPreferenceRow {
  readonly channel: NoticeChannel;
  readonly enabled: boolean;
  readonly addressMasked: string | null;
  readonly hasSecret: boolean;
  readonly quiet: QuietHours | null;
  readonly version: number;
}

/** The channels that an account has set, whether they are on or off. */
export function preferencesOf(tx: ReadTransaction, accountId: Id): Promise<OwnPreferenceRow[]> {
  return tx.query<OwnPreferenceRow>(
    `select p.channel, p.enabled, p.address_masked as "addressMasked", p.secret is not null as "hasSecret",
            ${QUIET_HOURS}, p.version
     from organization.notice_preference p
     where p.committee_id = $1 and p.account_id = $2`,
    [tx.committeeId, accountId],
  );
}
