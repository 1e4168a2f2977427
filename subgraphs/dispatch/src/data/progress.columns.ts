import { PROGRESS_COUNTERS, type ProgressCounter } from '../domain/progress';

const COLUMN_OF: Readonly<Record<ProgressCounter, string>> = {
  live: 'live',
  awaiting: 'awaiting',
  acknowledged: 'acknowledged',
  returned: 'returned',
  reading: 'reading',
  unopened: 'unopened',
  returnAnswered: 'return_answered',
  returnedAfterReview: 'returned_after_review',
  feedbackOwed: 'feedback_owed',
  feedbackSubmitted: 'feedback_submitted',
  feedbackReturned: 'feedback_returned',
  feedbackAccepted: 'feedback_accepted',
  closed: 'closed',
  recalled: 'recalled',
  withdrawn: 'withdrawn',
};

/** Columns of document_progress, in the order of PROGRESS_COUNTERS. */
export const PROGRESS_COLUMNS = PROGRESS_COUNTERS.map((counter) => COLUMN_OF[counter]);

/** Each counter as the sum of its entries. */
export const PROGRESS_SUMS = PROGRESS_COUNTERS.map(
  (counter) => `coalesce(sum(${COLUMN_OF[counter]}), 0)::int as "${counter}"`,
).join(', ');
