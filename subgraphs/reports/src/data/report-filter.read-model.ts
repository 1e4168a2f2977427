import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';
import { reportSight } from './report-sight';
import { FREED_STATES } from './state-lists';

export interface ReportFilter {
  readonly taskId?: Id | null;
  readonly kinds?: readonly ReportKind[] | null;
  readonly states?: readonly ReportState[] | null;
  readonly unitIds?: readonly Id[] | null;
  readonly zoneId?: Id | null;
  readonly periodKey?: string | null;
  /** First instant of handing in. */
  readonly submittedFrom?: Date | null;
  /** First instant that is too late. */
  readonly submittedBefore?: Date | null;
  readonly updatedSince?: Date | null;
  /** First handed in after its end. */
  readonly late?: boolean | null;
  /** Its end has passed and it was not handed in. */
  readonly missing?: boolean | null;
  readonly excellent?: boolean | null;
}

/** Its end has passed and it was not handed in; `$15` is now. */
export const IS_MISSING = `(r.first_submitted_at is null and r.state not in (${FREED_STATES}) and coalesce(r.due_at < $15, false))`;

/** One value is compared as one, so that an index keeps its order; the parameter is a constant when the plan is made. */
const among = (column: string, values: string): string =>
  `(${values} is null or case cardinality(${values}) when 1 then ${column} = (${values})[1] else ${column} = any(${values}) end)`;

/** $1 committee, $2 and $3 the units that are read for (one by itself, which an index may go by), $4 to $16 the filter, $17
 * whether words count that were not handed in. */
export const REPORT_FILTER = `r.committee_id = $1
  and ($2::uuid is null or r.unit_id = $2) and ($3::uuid[] is null or r.unit_id = any($3))
  and ($4::uuid is null or r.task_id = $4) and ${among('r.kind', '$5::text[]')}
  and ${among('r.state', '$6::text[]')} and ${among('r.unit_id', '$7::uuid[]')}
  and ($8::uuid is null or r.zone_id = $8) and ($9::text is null or r.period_key = $9)
  and ($10::timestamptz is null or r.submitted_at >= $10) and ($11::timestamptz is null or r.submitted_at < $11)
  and ($12::timestamptz is null or r.updated_at >= $12)
  and ($13::boolean is null or coalesce(r.first_submitted_at > r.due_at, false) = $13)
  and ($14::boolean is null or ${IS_MISSING} = $14)
  and ($16::boolean is null or (r.excellent_at is not null) = $16)
  and ($17::boolean or r.visibility = 'COMMITTEE')`;

export async function reportFilterParameters(
  tx: ReadTransaction,
  now: Date,
  filter: ReportFilter,
): Promise<readonly unknown[]> {
  const { units, drafts } = await reportSight(tx);
  const single = units?.length === 1;
  const { taskId, kinds, states, unitIds, zoneId, periodKey, submittedFrom, submittedBefore } = filter;
  const { updatedSince, late, missing, excellent } = filter;
  return [
    tx.committeeId,
    single ? units[0] : null,
    single ? null : units,
    taskId,
    kinds,
    states,
    unitIds,
    zoneId,
    periodKey,
    submittedFrom,
    submittedBefore,
    updatedSince,
    late,
    missing,
    now,
    excellent,
    drafts,
  ].map((value) => value ?? null);
}
