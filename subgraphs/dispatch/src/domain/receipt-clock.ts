import type { CountedBy } from '@hub/core';

import { type CountedReceipt, signatureStart } from './counted-limits';
import { obligationOf, type ReceiptObligation } from './obligation';
import { DEFAULT_SERVICE_LEVELS, type ServiceLevels } from './receipt-deadline';

/** The clock of what a receipt owes next. */
export interface ReceiptClock {
  readonly obligation: ReceiptObligation;
  readonly basis: CountedReceipt['feedbackBasis'];
  readonly countedBy: CountedBy;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** Null when nothing is owed. */
export function receiptClock(
  receipt: CountedReceipt,
  { levels }: ServiceLevels = DEFAULT_SERVICE_LEVELS,
): ReceiptClock | null {
  const { acknowledgeDueAt, clockStartedAt, deliveredAt, feedbackBasis, feedbackDueAt, urgency } = receipt;
  const obligation = obligationOf(receipt);
  if (obligation === 'ACKNOWLEDGE' && acknowledgeDueAt !== null) {
    const { acknowledge } = levels[urgency];
    const countedBy =
      acknowledge.by === 'HOURS' ? acknowledge.clock : acknowledge.by === 'ALWAYS' ? 'ALWAYS' : 'WORKDAYS';
    const startedAt = signatureStart(receipt) ?? clockStartedAt ?? deliveredAt;
    return { obligation, basis: 'TERM', countedBy, startedAt, dueAt: acknowledgeDueAt };
  }
  if (obligation === 'FEEDBACK' && feedbackDueAt !== null) {
    const startedAt = feedbackBasis === 'GRANTED' ? (clockStartedAt ?? deliveredAt) : deliveredAt;
    return { obligation, basis: feedbackBasis, countedBy: 'WORKDAYS', startedAt, dueAt: feedbackDueAt };
  }
  return null;
}
