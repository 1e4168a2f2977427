import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { SessionEntity } from './session.entity';

export class SessionRepository {
  constructor(private readonly tx: Transaction) {}

  lock(sessionId: Id): Promise<SessionEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(SessionEntity, {
      where: { committeeId, sessionId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(session: SessionEntity): Promise<void> {
    await this.tx.manager.insert(SessionEntity, session);
  }

  async update(sessionId: Id, change: Partial<SessionEntity>): Promise<void> {
    await this.tx.manager.update(SessionEntity, { committeeId: this.tx.committeeId, sessionId }, change);
  }
}
