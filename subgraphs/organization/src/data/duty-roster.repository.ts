import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DutyShift } from '../domain/duty-roster';
import type { Period } from '../domain/duty-window';

/** 值班表 of one organisation. */
export class DutyRosterRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly organizationId: Id,
  ) {}

  /** Under lock; 0 for an organisation that never had a roster. */
  async lockVersion(): Promise<number> {
    await this.tx.execute(
      `insert into organization.duty_roster (committee_id, organization_id, version) values ($1, $2, 0)
       on conflict do nothing`,
      this.#key(),
    );
    const [row] = await this.tx.query<{ version: number }>(
      'select version from organization.duty_roster where committee_id = $1 and organization_id = $2 for update',
      this.#key(),
    );
    return row?.version ?? 0;
  }

  /** Shifts that begin before the window and reach into it: they stay. */
  reachingInto({ from }: Period): Promise<DutyShift[]> {
    return this.tx.query<DutyShift>(
      `select starts_at as "from", ends_at as "to", post_id as "postId" from organization.duty_shift
       where committee_id = $1 and organization_id = $2 and starts_at < $3 and ends_at > $3`,
      [...this.#key(), from],
    );
  }

  async replace({ from, to }: Period, shifts: readonly DutyShift[]): Promise<void> {
    await this.tx.execute(
      `delete from organization.duty_shift
       where committee_id = $1 and organization_id = $2 and starts_at >= $3 and starts_at < $4`,
      [...this.#key(), from, to],
    );
    await this.tx.execute(
      `insert into organization.duty_shift (committee_id, organization_id, starts_at, ends_at, post_id)
       select $1, $2, s."from", s."to", s."postId"
       from jsonb_to_recordset($3::jsonb) as s("from" timestamptz, "to" timestamptz, "postId" uuid)`,
      [...this.#key(), JSON.stringify(shifts)],
    );
    await this.tx.execute(
      'update organization.duty_roster set version = version + 1 where committee_id = $1 and organization_id = $2',
      this.#key(),
    );
  }

  #key(): [Id, Id] {
    return [this.tx.committeeId, this.organizationId];
  }
}
