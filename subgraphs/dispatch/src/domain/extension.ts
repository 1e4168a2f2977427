import { endOfDay, type LocalDate, localDate } from '@hub/core';

import { receiptError } from './receipt.errors';
import type { ReceiptState } from './receipt-state';

export const EXTENSION_STATES = ['PENDING', 'GRANTED', 'REFUSED'] as const;

export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** The stated limit and a request to move it that waits for the office. */
export interface FeedbackLimit {
  readonly state: ReceiptState;
  readonly feedbackBy: Date | null;
  readonly requestedUntil: LocalDate | null;
}

const WAITING_FOR_FEEDBACK: readonly ReceiptState[] = [
  'DELIVERED',
  'OPENED',
  'RETURN_ANSWERED',
  'ACKNOWLEDGED',
  'ASSIGNED',
  'FEEDBACK_RETURNED',
];

/** 申请延期. Throws EXTENSION_NOT_POSSIBLE, EXTENSION_PENDING, EXTENSION_REASON_REQUIRED or EXTENSION_NOT_LATER. */
export function assertExtensionRequest(
  limit: FeedbackLimit,
  request: { readonly until: LocalDate; readonly reason: string },
): void {
  if (limit.feedbackBy === null || !WAITING_FOR_FEEDBACK.includes(limit.state))
    throw receiptError('EXTENSION_NOT_POSSIBLE');
  if (limit.requestedUntil !== null) throw receiptError('EXTENSION_PENDING');
  if (!request.reason.trim()) throw receiptError('EXTENSION_REASON_REQUIRED');
  assertLater(limit.feedbackBy, request.until);
}

/**
 * 批准延期: the new limit. The office may grant another date than the one asked for, but no earlier one than stands, and
 * none that is over, which the one asked for may be by now.
 */
export function grantExtension(limit: FeedbackLimit, until: LocalDate | null, now: Date): Date {
  if (limit.feedbackBy === null || limit.requestedUntil === null) throw receiptError('NO_EXTENSION_PENDING');
  const day = until ?? limit.requestedUntil;
  const moved = assertLater(limit.feedbackBy, day);
  if (moved <= now) throw receiptError('EXTENSION_PAST', { until: day });
  return moved;
}

function assertLater(current: Date, until: LocalDate): Date {
  const moved = endOfDay(until);
  if (moved <= current) throw receiptError('EXTENSION_NOT_LATER', { current: localDate(current) });
  return moved;
}
