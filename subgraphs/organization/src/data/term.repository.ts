import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { IsNull } from 'typeorm';

import { TermEntity } from './term.entity';

export class TermRepository {
  constructor(private readonly tx: Transaction) {}

  lockRunning(organizationId: Id): Promise<TermEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(TermEntity, {
      where: { committeeId, organizationId, closedOn: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  latest(organizationId: Id): Promise<TermEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(TermEntity, { where: { committeeId, organizationId }, order: { ordinal: 'DESC' } });
  }

  async insert(term: TermEntity): Promise<void> {
    await this.tx.manager.insert(TermEntity, term);
  }

  async update(termId: Id, change: Partial<TermEntity>): Promise<void> {
    await this.tx.manager.update(TermEntity, { committeeId: this.tx.committeeId, termId }, change);
  }
}
