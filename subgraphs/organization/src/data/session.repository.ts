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

  /** Ends the living sessions that act under one of the posts. */
  async revokeActingUnder(postIds: readonly Id[]): Promise<void> {
    await this.tx.execute(
      `update organization.session set ended_at = $3, end_reason = 'REVOKED'
       where committee_id = $1 and acting_post_id = any($2) and ended_at is null`,
      [this.tx.committeeId, [...postIds], this.tx.now],
    );
  }

  /** Ends the living sessions of an account. */
  async revokeOf(accountId: Id): Promise<void> {
    await this.tx.execute(
      `update organization.session set ended_at = $3, end_reason = 'REVOKED'
       where committee_id = $1 and account_id = $2 and ended_at is null`,
      [this.tx.committeeId, accountId, this.tx.now],
    );
  }
}
