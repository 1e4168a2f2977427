import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { AccountEntity } from './account.entity';

export class AccountRepository {
  constructor(private readonly tx: Transaction) {}

  byLoginName(loginName: string): Promise<AccountEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(AccountEntity, { where: { committeeId, loginName } });
  }

  byId(accountId: Id): Promise<AccountEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(AccountEntity, { where: { committeeId, accountId } });
  }

  lock(accountId: Id): Promise<AccountEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(AccountEntity, {
      where: { committeeId, accountId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** False when the login name is taken: two administrators at once get one account. */
  async insertIfNameFree(account: AccountEntity): Promise<boolean> {
    const { raw } = await this.tx.manager
      .createQueryBuilder()
      .insert()
      .into(AccountEntity)
      .values(account)
      .orIgnore()
      .returning(['accountId'])
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(accountId: Id, change: Partial<AccountEntity>): Promise<void> {
    await this.tx.manager.update(AccountEntity, { committeeId: this.tx.committeeId, accountId }, change);
  }
}
