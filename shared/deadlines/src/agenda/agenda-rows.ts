import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DeadlineKey } from '../book';
import { SAME_CLOCK } from '../ledger/reminder-rows';

/** An open deadline as an agenda shows it. */
export interface AgendaRow extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly calendarVersion: string | null;
  readonly reminderLevel: number;
  readonly remindedAt: Date | null;
  /** What the ladder says comes next; null until the next sweep, when the deadline is new or moved. */
  readonly nextStep: string | null;
  readonly nextReminderAt: Date | null;
}

export interface AgendaFilter {
  /** Units it is asked of; null for all in sight. */
  readonly unitIds: readonly Id[] | null;
  readonly obligations: readonly string[] | null;
  /** At least so far urged. */
  readonly minLevel: number | null;
  /** Due from then on, and before then. */
  readonly dueFrom: Date | null;
  readonly dueBefore: Date | null;
}

const PLANNED = 'd.planned_for = d.due_at and d.planned_as = d.obligation';

/** Columns of AgendaRow; of the relation `d`. */
const AGENDA_COLUMNS = `
  d.subject_id as "subjectId", d.part_id as "partId", d.obligation, d.organization_id as "organizationId",
  d.unit_id as "unitId", d.started_at as "startedAt", d.due_at as "dueAt", d.calendar_version as "calendarVersion",
  d.reminder_level as "reminderLevel", d.reminded_at as "remindedAt",
  case when ${PLANNED} then d.next_step end as "nextStep",
  case when ${PLANNED} then d.next_reminder_at end as "nextReminderAt"`;

/**
 * What narrows an agenda, as parameters $1 to $7. Units are named beside the policy of row security, so that each wall holds
 * alone and an index is searched.
 */
const NARROWED = `d.committee_id = $1 and ($2::uuid[] is null or d.unit_id = any($2))
  and ($3::uuid[] is null or d.unit_id = any($3)) and ($4::text[] is null or d.obligation = any($4))
  and ($5::int is null or d.reminder_level >= $5)
  and ($6::timestamptz is null or d.due_at >= $6) and ($7::timestamptz is null or d.due_at < $7)`;

/** What is owed, the nearest end first. Its cost follows the page, not what is open. */
export async function agendaOf(
  tx: ReadTransaction,
  schema: string,
  unitsInSight: readonly Id[] | null,
  filter: AgendaFilter,
  page: PageRequest,
): Promise<Page<AgendaRow>> {
  const { unitIds, obligations, minLevel, dueFrom, dueBefore } = filter;
  const narrowed = [tx.committeeId, unitsInSight, unitIds, obligations, minLevel, dueFrom, dueBefore];
  const [dueAt, subjectId, partId, obligation] = page.after === null ? [] : decodeCursor(page.after, 4);
  const rows = await tx.query<AgendaRow>(
    `select ${AGENDA_COLUMNS} from ${schema}.deadline d
     where ${NARROWED} and ($8::timestamptz is null or d.due_at >= $8)
       and ($8::timestamptz is null
            or (d.due_at, d.subject_id, d.part_id, d.obligation) > ($8::timestamptz, $9::uuid, $10::uuid, $11::text))
     order by d.due_at, d.subject_id, d.part_id, d.obligation limit $12 offset $13`,
    [...narrowed, dueAt, subjectId, partId, obligation, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await count(tx, schema, narrowed);
  return pageOf(rows, page.first, total, (row) => [row.dueAt, row.subjectId, row.partId, row.obligation]);
}

async function count(tx: ReadTransaction, schema: string, narrowed: readonly unknown[]): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${schema}.deadline d where ${NARROWED}`,
    narrowed,
  );
  return row?.total ?? 0;
}

/** A level that waits for a person, with the deadline it is about. */
export interface ProposalRow extends AgendaRow {
  readonly reminderId: Id;
  readonly step: string;
  readonly level: number;
  readonly plannedAt: Date;
}

export interface ProposalFilter {
  readonly unitIds: readonly Id[] | null;
  readonly obligations: readonly string[] | null;
  readonly levels: readonly number[] | null;
}

/** Levels that wait, the oldest first: of clocks that still run, so that nobody decides what is done already. */
export async function proposalsOf(
  tx: ReadTransaction,
  schema: string,
  filter: ProposalFilter,
  page: PageRequest,
): Promise<Page<ProposalRow>> {
  const narrowed = [tx.committeeId, filter.unitIds, filter.obligations, filter.levels];
  const [plannedAt, reminderId] = page.after === null ? [] : decodeCursor(page.after, 2);
  const rows = await tx.query<ProposalRow>(
    `select ${AGENDA_COLUMNS}, r.reminder_id as "reminderId", r.step, r.level, r.planned_at as "plannedAt"
     from ${schema}.reminder r join ${schema}.deadline d on ${SAME_CLOCK}
     where ${WAITING} and ($5::timestamptz is null or (r.planned_at, r.reminder_id) > ($5::timestamptz, $6::uuid))
     order by r.planned_at, r.reminder_id limit $7 offset $8`,
    [...narrowed, plannedAt, reminderId, page.first + 1, page.offset ?? 0],
  );
  const total = page.counted === false ? 0 : await countProposals(tx, schema, narrowed);
  return pageOf(rows, page.first, total, (row) => [row.plannedAt, row.reminderId]);
}

const WAITING = `r.committee_id = $1 and r.state = 'PROPOSED' and ($2::uuid[] is null or r.unit_id = any($2))
  and ($3::text[] is null or r.obligation = any($3)) and ($4::int[] is null or r.level = any($4))`;

async function countProposals(tx: ReadTransaction, schema: string, narrowed: readonly unknown[]): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${schema}.reminder r join ${schema}.deadline d on ${SAME_CLOCK}
     where ${WAITING}`,
    narrowed,
  );
  return row?.total ?? 0;
}
