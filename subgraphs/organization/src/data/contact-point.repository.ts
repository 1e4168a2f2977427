import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ContactPointEntity } from './contact-point.entity';

export class ContactPointRepository {
  constructor(private readonly tx: Transaction) {}

  lockOf(unitId: Id, year: number, leaderName: string): Promise<ContactPointEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(ContactPointEntity, {
      where: { committeeId, unitId, year, leaderName },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(contactPoint: ContactPointEntity): Promise<void> {
    await this.tx.manager.insert(ContactPointEntity, contactPoint);
  }

  async update(contactPointId: Id, change: Partial<ContactPointEntity>): Promise<void> {
    const { committeeId } = this.tx;
    await this.tx.manager.update(ContactPointEntity, { committeeId, contactPointId }, change);
  }
}
