import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

const OF_ACCOUNT = 'where committee_id = $1 and account_id = $2';

/** Passwords an account had before its present one, as hashes. */
export class UsedPasswordRepository {
  constructor(private readonly tx: Transaction) {}

  /** The newest first. */
  async hashesOf(accountId: Id, count: number): Promise<string[]> {
    const rows = await this.tx.query<{ password_hash: string }>(
      `select password_hash from organization.used_password ${OF_ACCOUNT} order by change_id desc limit $3`,
      [this.tx.committeeId, accountId, count],
    );
    return rows.map(({ password_hash }) => password_hash);
  }

  async add(accountId: Id, changeId: Id, passwordHash: string): Promise<void> {
    await this.tx.execute(
      `insert into organization.used_password (committee_id, account_id, change_id, password_hash)
       values ($1, $2, $3, $4)`,
      [this.tx.committeeId, accountId, changeId, passwordHash],
    );
  }

  /** What no rule asks for any more is not kept. */
  async keepNewest(accountId: Id, count: number): Promise<void> {
    await this.tx.execute(
      `delete from organization.used_password ${OF_ACCOUNT} and change_id not in (
         select change_id from organization.used_password ${OF_ACCOUNT} order by change_id desc limit $3
       )`,
      [this.tx.committeeId, accountId, count],
    );
  }
}
