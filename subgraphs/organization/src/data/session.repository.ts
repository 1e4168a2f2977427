import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { sessionsChanged } from '@hub/runtime';

import { formatSessionKey, type SessionEndReason } from '../domain/session';

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

  async end(sessionId: Id, endReason: SessionEndReason): Promise<void> {
    await this.update(sessionId, { endedAt: this.tx.now, endReason });
    this.#tell([sessionId]);
  }

  async actUnder(sessionId: Id, actingPostId: Id, actingDelegationId: Id | null): Promise<void> {
    await this.update(sessionId, { actingPostId, actingDelegationId });
    this.#tell([sessionId]);
  }

  /** Ends the living sessions that act under one of the delegations. */
  async revokeActingFor(delegationIds: readonly Id[]): Promise<void> {
    const ended = await this.tx.query<{ session_id: Id }>(
      `update organization.session set ended_at = $3, end_reason = 'DELEGATION_ENDED'
       where committee_id = $1 and acting_delegation_id = any($2) and ended_at is null returning session_id`,
      [this.tx.committeeId, [...delegationIds], this.tx.now],
    );
    this.#tell(ended.map(({ session_id }) => session_id));
  }

  /** Ends the living sessions that act under one of the posts. */
  async revokeActingUnder(postIds: readonly Id[]): Promise<void> {
    const ended = await this.tx.query<{ session_id: Id }>(
      `update organization.session set ended_at = $3, end_reason = 'POST_ENDED'
       where committee_id = $1 and acting_post_id = any($2) and ended_at is null returning session_id`,
      [this.tx.committeeId, [...postIds], this.tx.now],
    );
    this.#tell(ended.map(({ session_id }) => session_id));
  }

  /** Ends the living sessions of an account, but for one if it is named. */
  async revokeOf(accountId: Id, reason: SessionEndReason, spared: Id | null = null): Promise<number> {
    const ended = await this.tx.query<{ session_id: Id }>(
      `update organization.session set ended_at = $3, end_reason = $4
       where committee_id = $1 and account_id = $2 and ended_at is null and ($5::uuid is null or session_id <> $5)
       returning session_id`,
      [this.tx.committeeId, accountId, this.tx.now, reason, spared],
    );
    this.#tell(ended.map(({ session_id }) => session_id));
    return ended.length;
  }

  /** Gateways remember sessions for a moment, and streams run under them. */
  #tell(sessionIds: readonly Id[]): void {
    const { committeeId } = this.tx;
    const sessions = sessionIds.map((sessionId) => formatSessionKey({ committeeId, sessionId }));
    if (sessions.length > 0) this.tx.signal(sessionsChanged, { sessions });
  }
}
