import { type Counted, defineCounters } from '@hub/core';

import type { Duty } from './duty';
import { isLive, isSigned, type ReceiptState } from './receipt-state';

/**
 * The counters of documentProgress. Each live receipt is exactly one of awaiting, acknowledged, returned and reading;
 * the others are views across these.
 */
export const PROGRESS_COUNTERS = [
  /** 应收: holds the document. */
  'live',
  /** 未签收: neither signed nor returned. */
  'awaiting',
  /** 已签收. */
  'acknowledged',
  /** 已退回 before the signature, and not yet answered. */
  'returned',
  /** 仅阅知: owes no signature. */
  'reading',
  /** 未查看, whatever is owed. */
  'unopened',
  /** 退回已答复, waiting for the unit again. */
  'returnAnswered',
  /** 初审退回: signed, sent back, not yet answered. */
  'returnedAfterReview',
  /** 应反馈. */
  'feedbackOwed',
  /** 反馈待审核. */
  'feedbackSubmitted',
  /** 反馈已退回. */
  'feedbackReturned',
  /** 反馈已采纳, closed ones included. */
  'feedbackAccepted',
  /** 已办结. */
  'closed',
  /** 已撤回. */
  'recalled',
  /** 已清退. */
  'withdrawn',
] as const;

export type ProgressCounter = (typeof PROGRESS_COUNTERS)[number];

export type Progress = Counted<ProgressCounter>;

const counters = defineCounters(PROGRESS_COUNTERS);

export interface CountedReceipt {
  readonly state: ReceiptState;
  readonly duty: Duty;
}

export const NO_PROGRESS: Progress = counters.none;

/** What one receipt adds to the counters of its document. */
export function contribution({ state, duty }: CountedReceipt): Progress {
  const live = isLive(state);
  const signed = isSigned(state, duty);
  const returned = state === 'RETURNED';
  const reading = live && duty === 'READ' && !returned;
  const is = {
    live,
    awaiting: live && !signed && !returned && !reading,
    acknowledged: signed,
    returned,
    reading,
    unopened: state === 'DELIVERED',
    returnAnswered: state === 'RETURN_ANSWERED',
    returnedAfterReview: state === 'RETURNED_AFTER_REVIEW',
    feedbackOwed: live && duty === 'FEEDBACK',
    feedbackSubmitted: state === 'FEEDBACK_SUBMITTED',
    feedbackReturned: state === 'FEEDBACK_RETURNED',
    feedbackAccepted: state === 'FEEDBACK_ACCEPTED' || (state === 'CLOSED' && duty === 'FEEDBACK'),
    closed: state === 'CLOSED',
    recalled: state === 'RECALLED',
    withdrawn: state === 'WITHDRAWN',
  } satisfies Record<ProgressCounter, boolean>;
  return counters.fill((counter) => Number(is[counter]));
}

/** What one transition changes. `null` is a receipt that was not there before: issued or reissued to a late one. */
export function progressDelta(from: CountedReceipt | null, to: CountedReceipt): Progress {
  return counters.difference(from === null ? NO_PROGRESS : contribution(from), contribution(to));
}

export const addProgress = counters.add;

/** What so many receipts of one kind add or change together. */
export const timesProgress = counters.times;

/** The definition the counters are checked against: the sum over all receipts of the document. */
export function recount(receipts: readonly CountedReceipt[]): Progress {
  return counters.sum(receipts.map(contribution));
}
