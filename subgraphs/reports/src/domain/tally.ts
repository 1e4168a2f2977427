import { type Counted, defineCounters } from '@hub/core';

import { isFreed } from './owed';
import type { ReportState } from './report-state';

/** How often each state stands: their sum is what was asked for. The last three are views across them. */
export const TALLY_COUNTERS = [
  'draft',
  'unitReview',
  'unitSigned',
  'submitted',
  'returned',
  'accepted',
  'settled',
  'exempt',
  /** 已报: handed in at least once; what the feedback to a paper settled is not, nor what nobody owes any more. */
  'handedIn',
  /** 迟报: first handed in after its end. */
  'late',
  /** 优秀 */
  'excellent',
] as const;

export type TallyCounter = (typeof TALLY_COUNTERS)[number];

export type Tally = Counted<TallyCounter>;

export interface CountedReport {
  readonly state: ReportState;
  readonly firstSubmittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly excellentAt: Date | null;
}

export const tallies = defineCounters(TALLY_COUNTERS);

const COUNTER_OF = {
  DRAFT: 'draft',
  UNIT_REVIEW: 'unitReview',
  UNIT_SIGNED: 'unitSigned',
  SUBMITTED: 'submitted',
  RETURNED: 'returned',
  ACCEPTED: 'accepted',
  SETTLED: 'settled',
  EXEMPT: 'exempt',
} as const satisfies Record<ReportState, TallyCounter>;

/** What one report adds to the tally of its task. */
export function contribution(report: CountedReport): Tally {
  const { state, firstSubmittedAt, excellentAt } = report;
  const handedIn = firstSubmittedAt !== null && !isFreed(state);
  const counted = new Set<TallyCounter>([COUNTER_OF[state]]);
  if (handedIn) counted.add('handedIn');
  if (handedIn && isLate(report)) counted.add('late');
  if (excellentAt !== null) counted.add('excellent');
  return tallies.fill((counter) => Number(counted.has(counter)));
}

/** By the first handing in: who was returned and hands in again in the granted time was not late. */
export function isLate({ firstSubmittedAt, dueAt }: Pick<CountedReport, 'firstSubmittedAt' | 'dueAt'>): boolean {
  return firstSubmittedAt !== null && dueAt !== null && firstSubmittedAt > dueAt;
}

/** What one act changes; `null` is a report that was not asked for before. */
export function tallyDelta(from: CountedReport | null, to: CountedReport): Tally {
  return tallies.difference(from === null ? tallies.none : contribution(from), contribution(to));
}

/** 应报 */
export const askedOf = (tally: Tally): number =>
  Object.values(COUNTER_OF).reduce((sum, counter) => sum + tally[counter], 0);

/** 尚未报: neither handed in nor settled nor exempt. */
export const awaitedOf = (tally: Tally): number => askedOf(tally) - tally.settled - tally.exempt - tally.handedIn;

/** The definition that tallies are checked against. */
export const recount = (reports: readonly CountedReport[]): Tally => tallies.sum(reports.map(contribution));
