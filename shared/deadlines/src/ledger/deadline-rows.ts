import type { Id } from '@hub/core';
import type { ReadTransaction, Transaction } from '@hub/persistence';

import { type DeadlineKey, keyColumns, type OpenDeadline } from '../book';

export const DEADLINE_COLUMNS = `
  d.subject_id as "subjectId", d.part_id as "partId", d.obligation, d.organization_id as "organizationId",
  d.unit_id as "unitId", d.started_at as "startedAt", d.due_at as "dueAt", d.known_since as "knownSince",
  d.next_step as "nextStep", d.planned_as as "plannedAs",
  d.planned_for as "plannedFor"`;

/** How a deadline is reminded from now on. */
export interface ReminderState extends DeadlineKey {
  readonly nextStep: string | null;
  readonly nextReminderAt: Date | null;
  readonly plannedAs: string;
  readonly plannedFor: Date;
  /** When a reminder was written just now, and of which level. */
  readonly remindedAt: Date | null;
  readonly level: number;
}

export interface DueCount {
  readonly committeeId: Id;
  readonly due: number;
}

/** The open deadlines of one subgraph, whatever rows they are. */
export class DeadlineRows {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  /** The earliest that have to be looked at, under lock; those that another worker has are passed over. */
  lockDue(now: Date, limit: number): Promise<OpenDeadline[]> {
    return this.tx.query<OpenDeadline>(
      `select ${DEADLINE_COLUMNS} from ${this.schema}.deadline d
       where d.committee_id = $1 and d.remind_at <= $2
       order by d.remind_at limit $3 for update skip locked`,
      [this.tx.committeeId, now, limit],
    );
  }

  /** Named open deadlines under lock, in one order. */
  lock(keys: readonly DeadlineKey[]): Promise<OpenDeadline[]> {
    return this.tx.query<OpenDeadline>(
      `select ${DEADLINE_COLUMNS} from ${this.schema}.deadline d
       join unnest($2::uuid[], $3::uuid[], $4::text[]) as k(subject_id, part_id, obligation)
         on d.subject_id = k.subject_id and d.part_id = k.part_id and d.obligation = k.obligation
       where d.committee_id = $1
       order by d.subject_id, d.part_id, d.obligation for update of d`,
      [this.tx.committeeId, ...keyColumns(keys)],
    );
  }

  /** A person urged: the level that a deadline has reached. */
  async raise(keys: readonly DeadlineKey[], level: number): Promise<void> {
    await this.tx.execute(
      `update ${this.schema}.deadline d set reminder_level = greatest(d.reminder_level, $2), reminded_at = $3
       from unnest($4::uuid[], $5::uuid[], $6::text[]) as k(subject_id, part_id, obligation)
       where d.committee_id = $1 and d.subject_id = k.subject_id and d.part_id = k.part_id
         and d.obligation = k.obligation`,
      [this.tx.committeeId, level, this.tx.now, ...keyColumns(keys)],
    );
  }

  async keepState(states: readonly ReminderState[]): Promise<void> {
    if (states.length === 0) return;
    await this.tx.execute(
      `update ${this.schema}.deadline d
       set next_step = s."nextStep", next_reminder_at = s."nextReminderAt", planned_as = s."plannedAs",
           planned_for = s."plannedFor", reminded_at = coalesce(s."remindedAt", d.reminded_at),
           reminder_level = greatest(d.reminder_level, s.level)
       from jsonb_to_recordset($2::jsonb)
         as s("subjectId" uuid, "partId" uuid, obligation text, "nextStep" text, "nextReminderAt" timestamptz,
              "plannedAs" text, "plannedFor" timestamptz, "remindedAt" timestamptz, level int)
       where d.committee_id = $1 and d.subject_id = s."subjectId" and d.part_id = s."partId"
         and d.obligation = s.obligation`,
      [this.tx.committeeId, JSON.stringify(states)],
    );
  }
}

/** How much is due, by committee; counts no further than `most`, so that it costs what is due and not what exists. */
export function countDue(tx: ReadTransaction, schema: string, now: Date, most: number): Promise<DueCount[]> {
  return tx.query<DueCount>(
    `select committee_id as "committeeId", count(*)::int as due
     from (select d.committee_id from ${schema}.deadline d where d.remind_at <= $1 limit $2) due
     group by committee_id`,
    [now, most],
  );
}
