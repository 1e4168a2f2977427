import type { Id } from '@hub/core';
import type { CipherPlace, Transaction } from '@hub/persistence';

export interface SecondFactorRow {
  readonly secret: Buffer | null;
  readonly pendingSecret: Buffer | null;
  readonly lastStep: number | null;
  readonly recoveryCodes: readonly Buffer[];
}

const OF_ACCOUNT = 'where committee_id = $1 and account_id = $2';

/** Reachable by the system's side only: no person reads a secret, not even one's own. */
export class SecondFactorRepository {
  constructor(private readonly tx: Transaction) {}

  /** Under the lock of the account, which every caller holds. */
  async find(accountId: Id): Promise<SecondFactorRow | null> {
    const [row] = await this.tx.query<SecondFactorRow>(
      `select secret, pending_secret as "pendingSecret", last_step::float8 as "lastStep",
              recovery_codes as "recoveryCodes"
       from organization.second_factor ${OF_ACCOUNT}`,
      [this.tx.committeeId, accountId],
    );
    return row ?? null;
  }

  /** Where a secret of the account belongs: encrypted there, it opens nowhere else. */
  place(accountId: Id, column: 'secret' | 'pending_secret'): CipherPlace {
    return { column: `organization.second_factor.${column}`, committeeId: this.tx.committeeId, rowId: accountId };
  }

  async await(accountId: Id, pendingSecret: Buffer): Promise<void> {
    await this.tx.execute(
      `insert into organization.second_factor (committee_id, account_id, pending_secret) values ($1, $2, $3)
       on conflict (committee_id, account_id) do update set pending_secret = excluded.pending_secret`,
      [this.tx.committeeId, accountId, pendingSecret],
    );
  }

  async confirm(accountId: Id, secret: Buffer, step: number, recoveryCodes: readonly Buffer[]): Promise<void> {
    await this.tx.execute(
      `update organization.second_factor
       set secret = $3, pending_secret = null, last_step = $4, recovery_codes = $5, confirmed_at = $6 ${OF_ACCOUNT}`,
      [this.tx.committeeId, accountId, secret, step, recoveryCodes, this.tx.now],
    );
  }

  /** True when it is a later one than any before: of two uses at once one is told so. */
  async useStep(accountId: Id, step: number): Promise<boolean> {
    const used = await this.tx.execute(
      `update organization.second_factor set last_step = $3 ${OF_ACCOUNT} and (last_step is null or last_step < $3)`,
      [this.tx.committeeId, accountId, step],
    );
    return used > 0;
  }

  /** True when it was one that was left; it is none any more. */
  async useRecoveryCode(accountId: Id, digest: Buffer): Promise<boolean> {
    const used = await this.tx.execute(
      `update organization.second_factor set recovery_codes = array_remove(recovery_codes, $3) ${OF_ACCOUNT}
         and $3 = any(recovery_codes)`,
      [this.tx.committeeId, accountId, digest],
    );
    return used > 0;
  }

  /** True when there was one. */
  async remove(accountId: Id): Promise<boolean> {
    const removed = await this.tx.execute(`delete from organization.second_factor ${OF_ACCOUNT}`, [
      this.tx.committeeId,
      accountId,
    ]);
    return removed > 0;
  }
}
