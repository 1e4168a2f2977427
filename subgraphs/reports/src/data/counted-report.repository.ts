import type { Id, Term } from '@hub/core';
import type { MovedDeadline } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import type { CountedFrom } from '../domain/due-rule';

/** Whose clock it is. */
export interface CountedPlace {
  readonly taskId: Id;
  readonly organizationId: Id;
}

/** A clock of a report that a calendar gave its end. */
export interface CountedReport extends CountedPlace {
  readonly unitId: Id | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly calendarVersion: string | null;
  /** What a return was counted from, since its clock began; null for the first handing in, which the task says. */
  readonly term: Term | null;
  readonly taskTerm: CountedFrom | null;
}

/** What may be counted anew: it runs, was not counted by this calendar ($2) and is not due ($3). */
const COUNTED = `k.closed_at is null and k.basis = 'TERM' and k.calendar_version is distinct from $2 and k.due_at > $3`;

/** Reports with a limit that is not due and was counted by another calendar. */
export class CountedReportRepository {
  constructor(private readonly tx: Transaction) {}

  /** Where clocks come next that may be counted anew, those of one task at most. */
  async nextPlaces(after: CountedPlace | null, calendarVersion: string, limit: number): Promise<CountedPlace[]> {
    const places = await this.tx.query<CountedPlace>(
      `select k.subject_id as "taskId", k.part_id as "organizationId" from reports.kept_deadline k
       where k.committee_id = $1 and ${COUNTED}
         and ($4::uuid is null or (k.subject_id, k.part_id) > ($4::uuid, $5::uuid))
       order by k.subject_id, k.part_id limit $6`,
      [this.tx.committeeId, calendarVersion, this.tx.now, after?.taskId, after?.organizationId, limit],
    );
    return places.filter(({ taskId }) => taskId === places[0]?.taskId);
  }

  /** Clocks under lock, after their task and their reports: whoever acts on one locks in that order. */
  async lock(taskId: Id, organizationIds: readonly Id[], calendarVersion: string): Promise<CountedReport[]> {
    await this.tx.query(`select from reports.report_task where committee_id = $1 and task_id = $2 for no key update`, [
      this.tx.committeeId,
      taskId,
    ]);
    await this.tx.query(
      `select from reports.report where committee_id = $1 and task_id = $2 and organization_id = any($3::uuid[])
       order by report_id for no key update`,
      [this.tx.committeeId, taskId, organizationIds],
    );
    return this.tx.query<CountedReport>(
      `select k.subject_id as "taskId", k.part_id as "organizationId", k.unit_id as "unitId",
              k.started_at as "startedAt", k.due_at as "dueAt", k.calendar_version as "calendarVersion", k.term,
              t.due_term as "taskTerm"
       from reports.kept_deadline k
       join reports.report_task t on t.committee_id = k.committee_id and t.task_id = k.subject_id
       where k.committee_id = $1 and ${COUNTED} and k.subject_id = $4 and k.part_id = any($5::uuid[])
       order by k.part_id for update of k`,
      [this.tx.committeeId, calendarVersion, this.tx.now, taskId, organizationIds],
    );
  }

  /** New ends of reports and of their task. Versions stay: who acts with the old limit in view acts rightly. */
  async move(moved: readonly MovedDeadline[], calendarVersion: string): Promise<void> {
    const ends = moved.map(({ subjectId, partId, movedTo }) => ({
      taskId: subjectId,
      organizationId: partId,
      movedTo,
    }));
    await this.tx.execute(
      `update reports.report r
       set due_at = case when r.first_submitted_at is null then m."movedTo" else r.due_at end,
           resubmit_due_at = case when r.first_submitted_at is null then r.resubmit_due_at else m."movedTo" end,
           updated_at = $2
       from jsonb_to_recordset($3::jsonb) as m("taskId" uuid, "organizationId" uuid, "movedTo" timestamptz)
       where r.committee_id = $1 and (r.task_id, r.organization_id) = (m."taskId", m."organizationId")`,
      [this.tx.committeeId, this.tx.now, JSON.stringify(ends)],
    );
    // A first handing in is due with its task; a return has a limit of its own.
    await this.tx.execute(
      `update reports.report_task t
       set due_at = m."movedTo", due_on = (m."movedTo" at time zone 'Asia/Shanghai')::date, calendar_version = $3,
           updated_at = $2
       from (select distinct m."taskId", m."movedTo"
             from jsonb_to_recordset($4::jsonb) as m("taskId" uuid, "organizationId" uuid, "movedTo" timestamptz)
             join reports.kept_deadline k on k.committee_id = $1 and k.subject_id = m."taskId"
               and k.part_id = m."organizationId" and k.term is null) m
       where t.committee_id = $1 and t.task_id = m."taskId" and t.due_basis = 'TERM'`,
      [this.tx.committeeId, this.tx.now, calendarVersion, JSON.stringify(ends)],
    );
  }
}
