import type { Id, LocalDate } from '@hub/core';
import { isUniqueViolation, type Transaction } from '@hub/persistence';

import { MemberEntity } from './member.entity';

export class MemberRepository {
  constructor(private readonly tx: Transaction) {}

  find(memberId: Id): Promise<MemberEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOneBy(MemberEntity, { committeeId, memberId });
  }

  lock(memberId: Id): Promise<MemberEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(MemberEntity, {
      where: { committeeId, memberId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The living membership under that hash, or else the last one that ended; of those the actor sees. */
  async findByIdNumber(idNumberHash: Buffer): Promise<MemberEntity | null> {
    const { committeeId } = this.tx;
    const found = await this.tx.manager.find(MemberEntity, {
      where: { committeeId, idNumberHash },
      order: { status: 'ASC', memberId: 'DESC' },
      take: 1,
    });
    return found[0] ?? null;
  }

  /** False when a living membership of the committee, seen or not, has the id number; the transaction is lost then. */
  insertIfNew(member: MemberEntity): Promise<boolean> {
    return unlessRegistered(() => this.tx.manager.insert(MemberEntity, member));
  }

  /** As `insertIfNew`. */
  updateIfNew(memberId: Id, change: Partial<MemberEntity>): Promise<boolean> {
    return unlessRegistered(() => this.update(memberId, change));
  }

  async update(memberId: Id, change: Partial<MemberEntity>): Promise<void> {
    const { committeeId, now } = this.tx;
    await this.tx.manager.update(MemberEntity, { committeeId, memberId }, { ...change, changedAt: now });
  }

  /** Counts one more sensitive read of an account on a day; false when that many were made. Two at once are two. */
  async countSensitiveRead(accountId: Id, day: LocalDate, limit: number): Promise<boolean> {
    const counted = await this.tx.execute(
      `insert into organization.sensitive_read as r (committee_id, account_id, day, reads) values ($1, $2, $3, 1)
       on conflict (committee_id, account_id, day) do update set reads = r.reads + 1 where r.reads < $4`,
      [this.tx.committeeId, accountId, day, limit],
    );
    return counted > 0;
  }
}

async function unlessRegistered(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isUniqueViolation(error, 'member_id_number')) return false;
    throw error;
  }
}
