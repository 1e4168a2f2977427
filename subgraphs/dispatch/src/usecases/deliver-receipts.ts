import type { LadderContent } from '@hub/contracts';
import type { WorkingTime } from '@hub/core';
import { laddersOf, planClock } from '@hub/deadlines';
import { holdDirectory, type Transaction } from '@hub/persistence';

import { DistributionRepository, type DutyClock } from '../data/distribution.repository';
import type { DocumentEntity } from '../data/document.entity';
import { ProgressRepository } from '../data/progress.repository';
import { workingTime } from '../data/working-time';
import type { Duty } from '../domain/duty';
import { addProgress, NO_PROGRESS, progressDelta, timesProgress } from '../domain/progress';
import { receiptDeadlines } from '../domain/receipt-deadline';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';

/** Makes the receipts of a distribution with their clocks and counters; the number of them. */
export async function deliverReceipts(
  ctx: DispatchContext,
  tx: Transaction,
  document: DocumentEntity,
): Promise<number> {
  await holdDirectory(tx, 'dispatch');
  const distribution = new DistributionRepository(tx, document.documentId);
  const duties = await distribution.duties();
  const progress = duties
    .map(({ duty, count }) => timesProgress(progressDelta(null, { state: 'DELIVERED', duty }), count))
    .reduce(addProgress, NO_PROGRESS);
  const rules = await clockRules(tx);
  const delivered = await distribution.deliver(duties.map(({ duty }) => clockOf(tx, rules, document, duty)));
  // An organisation that the directory does not know any more would be passed over in silence.
  if (delivered !== progress.live) throw recordError('ORGANIZATION_NOT_FOUND');
  await new ProgressRepository(tx).add(ctx.ids.next(), document.documentId, progress);
  return delivered;
}

export interface ClockRules {
  readonly time: WorkingTime;
  readonly ladders: LadderContent;
}

export async function clockRules(tx: Transaction): Promise<ClockRules> {
  return { time: await workingTime(tx), ladders: await laddersOf(tx, 'dispatch') };
}

/** All receipts of one duty start their clocks at the same moment, so these are computed once. */
export function clockOf(
  tx: Transaction,
  { time, ladders }: ClockRules,
  document: DocumentEntity,
  duty: Duty,
): DutyClock {
  const { urgency } = document;
  const deadlines = receiptDeadlines({
    urgency,
    duty,
    deliveredAt: tx.now,
    time,
    statedFeedbackDate: document.feedbackDueOn,
  });
  const { acknowledgeBy } = deadlines;
  if (acknowledgeBy === null) return { ...deadlines, duty, plan: null };
  const clock = { obligation: 'ACKNOWLEDGE', startedAt: tx.now, dueAt: acknowledgeBy, urgency };
  return { ...deadlines, duty, plan: planClock(clock, ladders, time) };
}
