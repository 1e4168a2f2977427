import type { Id, OutsideChannelName, QuietHours } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { QUIET_HOURS } from './quiet-hours.sql';

export interface PreferenceRow {
  readonly preferenceId: Id;
  readonly enabled: boolean;
  /** Sealed: see `sealed-address.ts`. */
  readonly address: Buffer | null;
  readonly addressMasked: string | null;
  readonly secret: Buffer | null;
  /** What its messages go through beside those of others; null for the channel as a whole. */
  readonly lane: string | null;
  readonly quiet: QuietHours | null;
  readonly version: number;
}

export class NoticePreferenceRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly accountId: Id,
  ) {}

  async lock(channel: OutsideChannelName): Promise<PreferenceRow | null> {
    const [row] = await this.tx.query<PreferenceRow>(
      `select p.preference_id as "preferenceId", p.enabled, p.address, p.address_masked as "addressMasked", p.secret, p.lane,
              ${QUIET_HOURS}, p.version
       from organization.notice_preference p
       where p.committee_id = $1 and p.account_id = $2 and p.channel = $3 for update`,
      [this.tx.committeeId, this.accountId, channel],
    );
    return row ?? null;
  }

  /** False when another act was first to set the channel. */
  async save(channel: OutsideChannelName, row: PreferenceRow): Promise<boolean> {
    const saved = await this.tx.execute(
      `insert into organization.notice_preference as p
         (committee_id, preference_id, account_id, channel, enabled, address, address_masked, secret, quiet_from, quiet_to,
          version, lane)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (committee_id, account_id, channel) do update
         set enabled = excluded.enabled, address = excluded.address, address_masked = excluded.address_masked,
             secret = excluded.secret, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
             version = excluded.version, lane = excluded.lane
         where p.version = excluded.version - 1`,
      [
        this.tx.committeeId,
        row.preferenceId,
        this.accountId,
        channel,
        row.enabled,
        row.address,
        row.addressMasked,
        row.secret,
        row.quiet?.from ?? null,
        row.quiet?.to ?? null,
        row.version,
        row.lane,
      ],
    );
    return saved > 0;
  }
}
