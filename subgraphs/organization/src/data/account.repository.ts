import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { AccountEntity } from './account.entity';

export class AccountRepository {
  constructor(private readonly tx: Transaction) {}

  byLoginName(loginName: string): Promise<AccountEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(AccountEntity, { where: { committeeId, loginName } });
  }

  lock(accountId: Id): Promise<AccountEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(AccountEntity, {
      where: { committeeId, accountId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(account: AccountEntity): Promise<void> {
    await this.tx.manager.insert(AccountEntity, account);
  }

  async update(accountId: Id, change: Partial<AccountEntity>): Promise<void> {
    await this.tx.manager.update(AccountEntity, { committeeId: this.tx.committeeId, accountId }, change);
  }
}
