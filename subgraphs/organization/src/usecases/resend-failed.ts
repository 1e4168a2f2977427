import { type Clock, type Id, IdFactory, NO_COMMITTEE } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';

import { committeeIds } from '../data/committee.read-model';
import { type GivenUpDelivery, OutsideDeliveryRepository } from '../data/outside-delivery.repository';
import { failuresSince, mayGoAt } from '../domain/outside-delivery';
import { outsideDeliveryActor } from './system-actors';

/**
 * Lines up again what was given up outside, once whoever keeps the hub has removed the cause: the messages of one
 * notice, or of every committee's lately. Each goes under the id it had; what is settled meanwhile is dropped when its
 * turn comes. Answers how many there were.
 */
export async function resendFailed(
  database: Pick<SubgraphDatabase, 'read' | 'transaction'>,
  clock: Clock,
  noticeId: Id | null = null,
): Promise<number> {
  const now = clock.now();
  const since = failuresSince(now);
  const committees = await database.read(outsideDeliveryActor(NO_COMMITTEE), committeeIds);
  let resent = 0;
  for (const committeeId of committees) {
    const actor = outsideDeliveryActor(committeeId);
    const act = { actor, requestId: 'resend-failed', now, ids: new IdFactory(clock) };
    resent += await database.transaction(act, async (tx) => {
      const deliveries = new OutsideDeliveryRepository(tx);
      const failed = await deliveries.lockFailed(noticeId, since);
      await deliveries.lineUpAgain(failed.map((row) => ({ ...row, notBefore: mayGoAt(now, row) })));
      for (const [objectId, messages] of countByNotice(failed)) {
        tx.audit({ action: 'resendFailed', objectType: 'notice', objectId, after: { messages } });
      }
      return failed.length;
    });
  }
  return resent;
}

function countByNotice(failed: readonly GivenUpDelivery[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const { noticeId } of failed) counts.set(noticeId, (counts.get(noticeId) ?? 0) + 1);
  return counts;
}
