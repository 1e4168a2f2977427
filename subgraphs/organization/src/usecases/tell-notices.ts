import type { Transaction } from '@hub/persistence';
import { defineSignal } from '@hub/runtime';
import { z } from 'zod';

import type { Told } from '../data/notice.repository';

/** Inboxes changed. Ids only: what is in them is read by whoever listens, with his own eyes. */
export const noticesChanged = defineSignal(
  'organization.notices-changed',
  z.object({
    committeeId: z.uuid(),
    told: z.array(z.object({ accountId: z.uuid(), noticeId: z.uuid() })).min(1),
  }),
);

/** A signal carries less than 8 kB. */
const TOLD_IN_SIGNAL = 60;

export function tellNotices(tx: Transaction, told: readonly Told[]): void {
  const { committeeId } = tx;
  for (let from = 0; from < told.length; from += TOLD_IN_SIGNAL) {
    const named = told.slice(from, from + TOLD_IN_SIGNAL).map(({ accountId, noticeId }) => ({ accountId, noticeId }));
    tx.signal(noticesChanged, { committeeId, told: named });
  }
}
