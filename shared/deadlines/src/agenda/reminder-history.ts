import { type Id, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReminderChannel, ReminderStateName } from '../ledger/reminder-rows';
import { deadlinePolicy } from './deadline.policy';
import type { AgendaSource, UnitSource } from './read-agenda';

/** One entry of the ledger, as people see it. */
export interface ReminderRow {
  readonly reminderId: Id;
  readonly subjectId: Id;
  readonly partId: Id;
  readonly obligation: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly level: number;
  readonly state: ReminderStateName;
  readonly channel: ReminderChannel;
  readonly plannedAt: Date;
  readonly enteredAt: Date;
  readonly note: string | null;
  readonly documentNumber: string | null;
  readonly decidedByName: string | null;
  readonly decidedByTitle: string | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

const REMINDER_COLUMNS = `
  r.reminder_id as "reminderId", r.subject_id as "subjectId", r.part_id as "partId", r.obligation,
  r.started_at as "startedAt", r.due_at as "dueAt", r.level, r.state, r.channel, r.planned_at as "plannedAt",
  r.created_at as "enteredAt", r.note, r.document_number as "documentNumber", r.decided_by_name as "decidedByName",
  r.decided_by_title as "decidedByTitle", r.decided_at as "decidedAt", r.answer, r.answered_by_name as "answeredByName",
  r.answered_at as "answeredAt"`;

/** Beside what row security says: a unit sees of its own what it was told. */
const SHOWN = `($2::uuid[] is null or (r.unit_id = any($2) and r.shown_to = 'UNIT'))`;

/** A thing and the organisation it is about: what reminders and moves of deadlines hang on. */
export interface Part {
  readonly subjectId: Id;
  readonly partId: Id;
}

/** 催办台账 of things, in the order of time; one statement for all of them. */
export async function remindersOf(
  tx: ReadTransaction,
  { book, units }: AgendaSource,
  parts: readonly Part[],
): Promise<ReadonlyMap<string, readonly ReminderRow[]>> {
  const rows = await tx.query<ReminderRow>(
    `select ${REMINDER_COLUMNS} from ${book.schema}.reminder r
     join unnest($3::uuid[], $4::uuid[]) as p(subject_id, part_id)
       on r.subject_id = p.subject_id and r.part_id = p.part_id
     where r.committee_id = $1 and ${SHOWN}
     order by r.created_at, r.planned_at, r.reminder_id`,
    [tx.committeeId, await unitsAsking(tx, units), ...partColumns(parts)],
  );
  return rowsBy(rows, partName);
}

/** Entries by their ids. */
export async function remindersById(
  tx: ReadTransaction,
  { book, units }: AgendaSource,
  reminderIds: readonly Id[],
): Promise<readonly ReminderRow[]> {
  return tx.query<ReminderRow>(
    `select ${REMINDER_COLUMNS} from ${book.schema}.reminder r
     where r.committee_id = $1 and ${SHOWN} and r.reminder_id = any($3::uuid[]) order by r.reminder_id`,
    [tx.committeeId, await unitsAsking(tx, units), reminderIds],
  );
}

const unitsAsking = (tx: ReadTransaction, units: UnitSource): Promise<readonly Id[] | null> =>
  units.inSight(tx, deadlinePolicy.reachOf(tx.actor, 'readAgenda'));

export const partName = ({ subjectId, partId }: Part): string => `${subjectId}.${partId}`;

const partColumns = (parts: readonly Part[]): readonly (readonly Id[])[] => [
  parts.map(({ subjectId }) => subjectId),
  parts.map(({ partId }) => partId),
];
