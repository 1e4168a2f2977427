import { TALLY_COUNTERS, type TallyCounter } from '../domain/tally';

const COLUMN_OF: Readonly<Record<TallyCounter, string>> = {
  draft: 'draft',
  unitReview: 'unit_review',
  unitSigned: 'unit_signed',
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  settled: 'settled',
  exempt: 'exempt',
  handedIn: 'handed_in',
  late: 'late',
  excellent: 'excellent',
};

/** Columns of report_tally, in the order of TALLY_COUNTERS. */
export const TALLY_COLUMNS = TALLY_COUNTERS.map((counter) => COLUMN_OF[counter]);

/** Each counter as the sum of its entries. */
export const TALLY_SUMS = TALLY_COUNTERS.map(
  (counter) => `coalesce(sum(${COLUMN_OF[counter]}), 0)::int as "${counter}"`,
).join(', ');
