import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import type { TaskState } from '../domain/task-state';
import { readingUnits } from './reading-units';

export interface ReportTaskRow {
  readonly id: Id;
  readonly kind: ReportKind;
  readonly title: string;
  readonly periodKey: string;
  readonly templateId: Id;
  readonly templateVersion: number;
  readonly planId: Id | null;
  readonly documentId: Id | null;
  readonly documentNumber: string | null;
  readonly documentTitle: string | null;
  readonly basis: string | null;
  readonly requirement: string | null;
  readonly askedCount: number;
  readonly dueOn: LocalDate;
  readonly dueAt: Date;
  readonly duplicateReason: string | null;
  readonly state: TaskState;
  readonly openedAt: Date;
  readonly openedByName: string;
  readonly pausedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface ReportTaskFilter {
  readonly states?: readonly TaskState[] | null;
  readonly kinds?: readonly ReportKind[] | null;
  readonly periodKey?: string | null;
  readonly planId?: Id | null;
  readonly documentId?: Id | null;
  readonly updatedSince?: Date | null;
}

const COLUMNS = `t.task_id as "id", t.kind, t.title, t.period_key as "periodKey", t.template_id as "templateId",
  t.template_version as "templateVersion", t.plan_id as "planId", t.document_id as "documentId",
  t.document_number as "documentNumber", t.document_title as "documentTitle", t.basis, t.requirement,
  t.asked_count as "askedCount", t.due_on as "dueOn", t.due_at as "dueAt", t.duplicate_reason as "duplicateReason",
  t.state, t.opened_at as "openedAt", t.opened_by_name as "openedByName", t.paused_at as "pausedAt",
  t.closed_at as "closedAt", t.close_reason as "closeReason", t.updated_at as "updatedAt", t.version`;

/** A unit knows the tasks it owes a report for: $2 are the units that are read for, null for the whole committee. */
const IN_SIGHT = `t.committee_id = $1
  and ($2::uuid[] is null
       or t.task_id in (select r.task_id from reports.report r where r.committee_id = $1 and r.unit_id = any($2)))`;

const FILTERED = `${IN_SIGHT}
  and ($3::text[] is null or t.state = any($3)) and ($4::text[] is null or t.kind = any($4))
  and ($5::text is null or t.period_key = $5) and ($6::uuid is null or t.plan_id = $6)
  and ($7::uuid is null or t.document_id = $7) and ($8::timestamptz is null or t.updated_at >= $8)`;

/** The newest due date first. */
export async function listReportTasks(
  tx: ReadTransaction,
  filter: ReportTaskFilter,
  page: PageRequest,
): Promise<Page<ReportTaskRow>> {
  const [dueOn, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const { states, kinds, periodKey, planId, documentId, updatedSince } = filter;
  const filtered = [tx.committeeId, await readingUnits(tx), states, kinds, periodKey, planId, documentId, updatedSince];
  const parameters = filtered.map((value) => value ?? null);
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task t
     where ${FILTERED} and ($9::date is null or (t.due_on, t.task_id) < ($9::date, $10::uuid))
     order by t.due_on desc, t.task_id desc limit $11 offset $12`,
    [...parameters, dueOn, id, page.first + 1, page.offset ?? 0],
  );
  const total = await countTasks(tx, parameters, page);
  return pageOf(rows, page.first, total, (row) => [row.dueOn, row.id]);
}

async function countTasks(tx: ReadTransaction, parameters: readonly unknown[], page: PageRequest): Promise<number> {
  if (page.counted === false) return 0;
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from reports.report_task t where ${FILTERED}`,
    parameters,
  );
  return count?.total ?? 0;
}

export async function reportTasksById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReportTaskRow>> {
  const rows = await tx.query<ReportTaskRow>(
    `select ${COLUMNS} from reports.report_task t where ${IN_SIGHT} and t.task_id = any($3::uuid[])`,
    [tx.committeeId, await readingUnits(tx), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of each plan, the latest of its periods first. */
const LATEST_OF_PLAN = 24;

export async function tasksOfPlans(
  tx: ReadTransaction,
  planIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ReportTaskRow[]>> {
  const rows = await tx.query<ReportTaskRow>(
    `select t.* from unnest($3::uuid[]) as p(plan_id)
     cross join lateral (
       select ${COLUMNS} from reports.report_task t where ${IN_SIGHT} and t.plan_id = p.plan_id
       order by t.period_key desc limit ${LATEST_OF_PLAN}) t`,
    [tx.committeeId, await readingUnits(tx), planIds],
  );
  return rowsBy(rows, ({ planId }) => planId as Id);
}
