import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Cadence, PeriodKey } from '../domain/period';
import type { PlanRule } from '../domain/plan-rhythm';
import type { PlanState } from '../domain/plan-state';
import type { ReportKind } from '../domain/report-kind';
import type { TaskAudience } from '../domain/task-audience';

export interface ReportPlanRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: ReportKind;
  readonly cadence: Cadence;
  readonly templateId: Id;
  readonly rule: PlanRule;
  readonly audience: TaskAudience;
  readonly basis: string | null;
  readonly requirement: string | null;
  readonly duplicateReason: string | null;
  readonly state: PlanState;
  readonly nextPeriod: PeriodKey;
  readonly nextOpensOn: LocalDate;
  readonly heldSince: Date | null;
  readonly heldCode: string | null;
  readonly heldReason: string | null;
  readonly triedOn: LocalDate | null;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface ReportPlanFilter {
  readonly states?: readonly PlanState[] | null;
  readonly kinds?: readonly ReportKind[] | null;
  /** Only those that cannot go on as they are. */
  readonly held?: boolean | null;
  readonly updatedSince?: Date | null;
}

const PLAN = `plan_id as "id", name, kind, cadence, template_id as "templateId", due_rule as "rule", audience, basis,
  requirement, duplicate_reason as "duplicateReason", state, next_period as "nextPeriod",
  next_opens_on as "nextOpensOn", held_since as "heldSince", held_code as "heldCode", held_reason as "heldReason",
  tried_on as "triedOn", created_at as "createdAt", created_by_name as "createdByName", paused_at as "pausedAt",
  ended_at as "endedAt", end_reason as "endReason", updated_at as "updatedAt", version`;

const FILTERED = `committee_id = $1 and ($2::text[] is null or state = any($2)) and ($3::text[] is null or kind = any($3))
  and ($4::boolean is null or (held_since is not null) = $4) and ($5::timestamptz is null or updated_at >= $5)`;

/** In the order in which they were made. */
export async function listPlans(
  tx: ReadTransaction,
  { states, kinds, held, updatedSince }: ReportPlanFilter,
  page: PageRequest,
): Promise<Page<ReportPlanRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const asked = [tx.committeeId, states ?? null, kinds ?? null, held ?? null, updatedSince ?? null];
  const rows = await tx.query<ReportPlanRow>(
    `select ${PLAN} from reports.report_plan
     where ${FILTERED} and ($6::uuid is null or plan_id > $6) order by plan_id limit $7 offset $8`,
    [...asked, after, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report_plan where ${FILTERED}`,
    asked,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.id]);
}

export async function plansById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, ReportPlanRow>> {
  const rows = await tx.query<ReportPlanRow>(
    `select ${PLAN} from reports.report_plan where committee_id = $1 and plan_id = any($2::uuid[])`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
