import { termEnd, type WorkingTime } from '@hub/core';

import type { Duty } from './duty';
import { obligationOf, type ReceiptObligation } from './obligation';
import { DEFAULT_SERVICE_LEVELS, type ServiceLevels, signLimit } from './receipt-deadline';
import type { ReceiptState } from './receipt-state';
import type { Urgency } from './urgency';

/** A receipt as far as its open limits were counted by the calendar. */
export interface CountedReceipt {
  readonly urgency: Urgency;
  readonly duty: Duty;
  readonly state: ReceiptState;
  readonly deliveredAt: Date;
  readonly clockStartedAt: Date | null;
  readonly acknowledgeDueAt: Date | null;
  readonly feedbackDueAt: Date | null;
  readonly feedbackBasis: 'STATED' | 'TERM' | 'GRANTED';
}

export interface CountedLimit {
  readonly obligation: ReceiptObligation;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** The same limit by another calendar. */
  endBy(time: WorkingTime): Date;
}

/**
 * The limits that rest on terms and that somebody still has to keep: the signature while it is owed, and feedback unless its
 * date was stated or granted; that of a paper that waits for the answer to its return may be owed again.
 */
export function countedLimits(
  receipt: CountedReceipt,
  { levels }: ServiceLevels = DEFAULT_SERVICE_LEVELS,
): CountedLimit[] {
  const { urgency, deliveredAt, acknowledgeDueAt, feedbackDueAt, feedbackBasis } = receipt;
  const level = levels[urgency];
  const owed = obligationOf(receipt);
  const limits: CountedLimit[] = [];
  const feedbackBy = (time: WorkingTime): Date | null =>
    feedbackBasis === 'TERM' && feedbackDueAt !== null ? termEnd(level.feedback, deliveredAt, time) : feedbackDueAt;
  const signingSince = signatureStart(receipt);
  if (owed === 'ACKNOWLEDGE' && acknowledgeDueAt !== null && signingSince !== null) {
    const endBy = (time: WorkingTime) => signLimit(level, signingSince, feedbackBy(time), time);
    limits.push({ obligation: 'ACKNOWLEDGE', startedAt: signingSince, dueAt: acknowledgeDueAt, endBy });
  }
  if ((owed !== null || receipt.state === 'RETURNED') && feedbackDueAt !== null && feedbackBasis === 'TERM') {
    const endBy = (time: WorkingTime) => termEnd(level.feedback, deliveredAt, time);
    limits.push({ obligation: 'FEEDBACK', startedAt: deliveredAt, dueAt: feedbackDueAt, endBy });
  }
  return limits;
}

/** When the clock to sign began; null where an extension of the feedback has since taken its place. */
export function signatureStart({ state, deliveredAt, clockStartedAt, feedbackBasis }: CountedReceipt): Date | null {
  if (state !== 'RETURN_ANSWERED' || clockStartedAt === null) return deliveredAt;
  return feedbackBasis === 'GRANTED' ? null : clockStartedAt;
}
