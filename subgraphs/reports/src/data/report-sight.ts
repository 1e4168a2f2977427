import type { Id } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { reportPolicy } from '../domain/report.policy';

/** Whose reports a read is for, and whether words count that were not handed in: those are for their own unit. */
export interface ReportSight {
  /** Null for the whole committee. */
  readonly units: readonly Id[] | null;
  readonly drafts: boolean;
}

export async function reportSight(tx: ReadTransaction): Promise<ReportSight> {
  const reach = reportPolicy.reachOf(tx.actor, 'read');
  return { units: await unitsInSight(tx, 'reports', reach), drafts: reach === 'OWN_UNIT' };
}

/** Conditions on rows `r` that carry `committee_id`, `unit_id` and `visibility`, for the parameters `$1` to `$3`. */
export const IN_REPORT_SIGHT = `r.committee_id = $1 and ($2::uuid[] is null or r.unit_id = any($2))
  and ($3 or r.visibility = 'COMMITTEE')`;

export async function sightParameters(tx: ReadTransaction): Promise<readonly unknown[]> {
  const { units, drafts } = await reportSight(tx);
  return [tx.committeeId, units, drafts];
}
