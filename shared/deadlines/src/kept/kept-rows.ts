import type { Id, Term } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { type DeadlineBasis, type DeadlineKey, keyColumns, type Matter } from '../book';

/** A clock that begins. */
export interface NewDeadline extends DeadlineKey {
  readonly matter: Matter;
  readonly organizationId: Id;
  /** The unit that sees it; null for the office's own. */
  readonly unitId: Id | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly basis: DeadlineBasis;
  /** What TERM was counted from, so that a calendar that changes can count it anew; null for what was stated or granted. */
  readonly term: Term | null;
  readonly calendarVersion: string | null;
}

/** Another end for a clock that runs. */
export interface NewEnd extends DeadlineKey {
  readonly dueAt: Date;
  /** GRANTED begins a clock of its own; a term counted anew goes on. */
  readonly basis: DeadlineBasis;
  readonly calendarVersion: string | null;
}

/** An open deadline as it is kept. */
export interface KeptDeadline extends DeadlineKey {
  readonly matter: Matter;
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly dueAt: Date;
  readonly calendarVersion: string | null;
}

/** What was ended, and when it was last told of. */
export interface EndedDeadline extends DeadlineKey {
  readonly subjectType: string;
  readonly subjectKey: string;
  /** Null when nobody was told of it. */
  readonly toldAt: Date | null;
}

/** `matter` of a row `k`, as deadlines are described. */
export const MATTER = `jsonb_build_object('type', k.subject_type, 'id', k.subject_key, 'title', k.title,
  'organizationName', k.organization_name, 'urgency', k.urgency, 'owedBy', k.owed_by)`;

const KEY = `k.subject_id as "subjectId", k.part_id as "partId", k.obligation`;
/** A sweep tells of a deadline, and so does a move. */
const endedColumns = (
  schema: string,
): string => `${KEY}, k.subject_type as "subjectType", k.subject_key as "subjectKey",
  greatest(k.reminded_at, (
    select max(m.moved_at) from ${schema}.deadline_move m
    where (m.committee_id, m.subject_id, m.part_id, m.obligation)
      = (k.committee_id, k.subject_id, k.part_id, k.obligation))) as "toldAt"`;

/** `kept_deadline` of one subgraph, always written as sets. */
export class KeptRows {
  constructor(
    private readonly tx: Transaction,
    private readonly schema: string,
  ) {}

  /** One that was ended begins anew, and is planned anew; one that runs stays as it is. */
  async open(deadlines: readonly NewDeadline[]): Promise<void> {
    if (deadlines.length === 0) return;
    await this.tx.execute(
      `insert into ${this.schema}.kept_deadline as k
         (committee_id, subject_id, part_id, obligation, subject_type, subject_key, title, organization_id,
          organization_name, unit_id, owed_by, urgency, started_at, due_at, basis, term, calendar_version, known_since)
       select $1, n."subjectId", n."partId", n.obligation, n.matter->>'type', n.matter->>'id',
              left(n.matter->>'title', 300), n."organizationId", n.matter->>'organizationName', n."unitId",
              n.matter->>'owedBy', n.matter->>'urgency', n."startedAt", n."dueAt", n.basis, n.term, n."calendarVersion", $2
       from jsonb_to_recordset($3::jsonb)
         as n("subjectId" uuid, "partId" uuid, obligation text, matter jsonb, "organizationId" uuid, "unitId" uuid,
              "startedAt" timestamptz, "dueAt" timestamptz, basis text, term jsonb, "calendarVersion" text)
       on conflict (committee_id, subject_id, part_id, obligation) do update
         set title = excluded.title, organization_name = excluded.organization_name, owed_by = excluded.owed_by,
             urgency = excluded.urgency, started_at = excluded.started_at, due_at = excluded.due_at,
             basis = excluded.basis, term = excluded.term, calendar_version = excluded.calendar_version, known_since = excluded.known_since,
             closed_at = null, close_reason = null, reminder_level = 0, reminded_at = null, planned_as = null
         where k.closed_at is not null`,
      [this.tx.committeeId, this.tx.now, JSON.stringify(deadlines)],
    );
  }

  /** Named open ones under lock, in one order. */
  lock(keys: readonly DeadlineKey[]): Promise<KeptDeadline[]> {
    return this.tx.query<KeptDeadline>(
      `select ${KEY}, ${MATTER} as matter, k.organization_id as "organizationId", k.unit_id as "unitId",
              k.due_at as "dueAt", k.calendar_version as "calendarVersion"
       from ${this.schema}.kept_deadline k
       join unnest($2::uuid[], $3::uuid[], $4::text[]) as n(subject_id, part_id, obligation)
         on (k.subject_id, k.part_id, k.obligation) = (n.subject_id, n.part_id, n.obligation)
       where k.committee_id = $1 and k.closed_at is null
       order by k.subject_id, k.part_id, k.obligation for update of k`,
      [this.tx.committeeId, ...keyColumns(keys)],
    );
  }

  async move(ends: readonly NewEnd[]): Promise<void> {
    await this.tx.execute(
      `update ${this.schema}.kept_deadline k
       set due_at = n."dueAt", basis = n.basis, calendar_version = n."calendarVersion", known_since = $2,
           started_at = case when n.basis = 'GRANTED' then $2 else k.started_at end
       from jsonb_to_recordset($3::jsonb)
         as n("subjectId" uuid, "partId" uuid, obligation text, "dueAt" timestamptz, basis text, "calendarVersion" text)
       where k.committee_id = $1 and k.closed_at is null
         and (k.subject_id, k.part_id, k.obligation) = (n."subjectId", n."partId", n.obligation)`,
      [this.tx.committeeId, this.tx.now, JSON.stringify(ends)],
    );
  }

  close(keys: readonly DeadlineKey[], reason: string): Promise<EndedDeadline[]> {
    return this.tx.query<EndedDeadline>(
      `update ${this.schema}.kept_deadline k set closed_at = $5, close_reason = $6
       from unnest($2::uuid[], $3::uuid[], $4::text[]) as n(subject_id, part_id, obligation)
       where k.committee_id = $1 and k.closed_at is null
         and (k.subject_id, k.part_id, k.obligation) = (n.subject_id, n.part_id, n.obligation)
       returning ${endedColumns(this.schema)}`,
      [this.tx.committeeId, ...keyColumns(keys), this.tx.now, reason],
    );
  }

  /** Whatever an organisation owes. */
  closeOf(organizationId: Id, reason: string): Promise<EndedDeadline[]> {
    return this.tx.query<EndedDeadline>(
      `update ${this.schema}.kept_deadline k set closed_at = $3, close_reason = $4
       where k.committee_id = $1 and k.organization_id = $2 and k.closed_at is null
       returning ${endedColumns(this.schema)}`,
      [this.tx.committeeId, organizationId, this.tx.now, reason],
    );
  }
}
