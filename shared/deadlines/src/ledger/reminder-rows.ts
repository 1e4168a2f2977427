import type { Id } from '@hub/core';
import type { ReadTransaction, Transaction } from '@hub/persistence';

import type { DeadlineKey } from '../book';

export const REMINDER_STATES = ['SENT', 'PROPOSED', 'RELEASED', 'DECLINED', 'LAPSED', 'URGED', 'EXEMPT'] as const;

export type ReminderStateName = (typeof REMINDER_STATES)[number];

export const REMINDER_CHANNELS = ['HUB', 'PHONE', 'VISIT', 'LETTER'] as const;

/** How a person urged: through the hub, or otherwise and noted here. */
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** A person's hand under an entry. */
export interface DecidedBy {
  readonly accountId: Id;
  readonly name: string;
  readonly title: string;
}

export interface NewReminder extends DeadlineKey {
  readonly reminderId: Id;
  /** The clock it belongs to: a moved or reopened deadline has another. */
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly step: string;
  readonly level: number;
  readonly state: ReminderStateName;
  readonly shownTo: 'UNIT' | 'OFFICE';
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly channel: ReminderChannel;
  readonly plannedAt: Date;
  readonly noticeId: Id | null;
  readonly note: string | null;
  readonly decidedBy: DecidedBy | null;
}

/** An entry as a decision on it needs it. */
export interface ProposedReminder extends DeadlineKey {
  readonly reminderId: Id;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly step: string;
  readonly level: number;
  readonly state: ReminderStateName;
  readonly noticeId: Id;
}

/** A step that was proposed, and what the office was told of it by. */
export type ProposedStep = Pick<ProposedReminder, 'subjectId' | 'obligation' | 'step' | 'noticeId'>;

export interface Decision {
  readonly state: 'RELEASED' | 'DECLINED';
  readonly by: DecidedBy;
  readonly note: string | null;
  readonly documentNumber: string | null;
  /** Refuses whoever may not decide on a level. */
  assertMay(level: number): void;
}

/** An entry as an answer to it needs it. */
export interface AnswerableReminder extends DeadlineKey {
  readonly reminderId: Id;
  readonly unitId: Id | null;
  readonly state: ReminderStateName;
  readonly answeredAt: Date | null;
}

export interface Answer {
  readonly text: string;
  readonly accountId: Id;
  readonly name: string;
}

/** The very clock that an entry `r` belongs to, among the open deadlines `d`. */
export const SAME_CLOCK = `d.committee_id = r.committee_id and d.subject_id = r.subject_id and d.part_id = r.part_id
  and d.obligation = r.obligation and d.started_at = r.started_at and d.due_at = r.due_at`;

/** Committees in which a level waits for a person. */
export async function committeesWithProposals(tx: ReadTransaction, schema: string): Promise<Id[]> {
  const rows = await tx.query<{ committeeId: Id }>(
    `select distinct committee_id as "committeeId" from ${schema}.reminder where state = 'PROPOSED'`,
  );
  return rows.map(({ committeeId }) => committeeId);
}

/** 催办台账 of one subgraph. */
export class ReminderRows {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  /** Enters reminders; the ids of those that were not there yet. What stands already was done by another run. */
  async enter(reminders: readonly NewReminder[]): Promise<ReadonlySet<Id>> {
    if (reminders.length === 0) return new Set();
    const rows = await this.tx.query<{ reminderId: Id }>(
      `insert into ${this.schema}.reminder
         (committee_id, subject_id, part_id, obligation, started_at, due_at, step, reminder_id, level, state, shown_to,
          organization_id, unit_id, channel, planned_at, created_at, notice_id, note,
          decided_by_account_id, decided_by_name, decided_by_title, decided_at)
       select $1, r."subjectId", r."partId", r.obligation, r."startedAt", r."dueAt", r.step, r."reminderId", r.level, r.state, r."shownTo",
              r."organizationId", r."unitId", r.channel, r."plannedAt", $2, r."noticeId", r.note,
              (r."decidedBy"->>'accountId')::uuid, r."decidedBy"->>'name', r."decidedBy"->>'title',
              case when r."decidedBy" is not null then $2::timestamptz end
       from jsonb_to_recordset($3::jsonb)
         as r("subjectId" uuid, "partId" uuid, obligation text, "startedAt" timestamptz, "dueAt" timestamptz, step text, "reminderId" uuid,
              level int, state text, "shownTo" text, "organizationId" uuid, "unitId" uuid, channel text,
              "plannedAt" timestamptz, "noticeId" uuid, note text, "decidedBy" jsonb)
       on conflict (committee_id, subject_id, part_id, obligation, started_at, due_at, step) do nothing
       returning reminder_id as "reminderId"`,
      [this.tx.committeeId, this.tx.now, JSON.stringify(reminders)],
    );
    return new Set(rows.map(({ reminderId }) => reminderId));
  }

  /** Entries by their ids under lock, in the order in which they were made. */
  lock(reminderIds: readonly Id[]): Promise<ProposedReminder[]> {
    return this.tx.query<ProposedReminder>(
      `select r.reminder_id as "reminderId", r.subject_id as "subjectId", r.part_id as "partId", r.obligation,
              r.started_at as "startedAt", r.due_at as "dueAt", r.step, r.level, r.state,
              r.notice_id as "noticeId"
       from ${this.schema}.reminder r where r.committee_id = $1 and r.reminder_id = any($2::uuid[])
       order by r.reminder_id for update`,
      [this.tx.committeeId, reminderIds],
    );
  }

  /** Proposals whose clock is not open any more, done or moved, are void. */
  lapse(): Promise<ProposedStep[]> {
    return this.tx.query<ProposedStep>(
      `update ${this.schema}.reminder r set state = 'LAPSED'
       where r.committee_id = $1 and r.state = 'PROPOSED'
         and not exists (select from ${this.schema}.deadline d where ${SAME_CLOCK})
       returning r.subject_id as "subjectId", r.obligation, r.step, r.notice_id as "noticeId"`,
      [this.tx.committeeId],
    );
  }

  /** What is decided; of these, `told` are shown to their units from now on. */
  async decide(reminderIds: readonly Id[], decision: Decision, told: readonly Id[]): Promise<void> {
    const { state, by, note, documentNumber } = decision;
    await this.tx.execute(
      `update ${this.schema}.reminder
       set state = $3, shown_to = case when reminder_id = any($10::uuid[]) then 'UNIT' else shown_to end,
           note = $4, document_number = $5, decided_by_account_id = $6, decided_by_name = $7, decided_by_title = $8,
           decided_at = $9
       where committee_id = $1 and reminder_id = any($2::uuid[])`,
      [
        this.tx.committeeId,
        reminderIds,
        state,
        note,
        documentNumber,
        by.accountId,
        by.name,
        by.title,
        this.tx.now,
        told,
      ],
    );
  }

  async lockToAnswer(reminderId: Id): Promise<AnswerableReminder | null> {
    const [reminder] = await this.tx.query<AnswerableReminder>(
      `select r.reminder_id as "reminderId", r.subject_id as "subjectId", r.part_id as "partId", r.obligation,
              r.unit_id as "unitId", r.state, r.answered_at as "answeredAt"
       from ${this.schema}.reminder r where r.committee_id = $1 and r.reminder_id = $2 for update`,
      [this.tx.committeeId, reminderId],
    );
    return reminder ?? null;
  }

  async answer(reminderId: Id, { text, accountId, name }: Answer): Promise<void> {
    await this.tx.execute(
      `update ${this.schema}.reminder
       set answer = $3, answered_by_account_id = $4, answered_by_name = $5, answered_at = $6
       where committee_id = $1 and reminder_id = $2`,
      [this.tx.committeeId, reminderId, text, accountId, name, this.tx.now],
    );
  }
}
