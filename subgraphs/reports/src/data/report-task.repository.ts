import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';
import { reportTaskError } from '../domain/report-task.errors';
import { ReportTaskEntity } from './report-task.entity';

/** What an act may change of a task; whom it asks and for what is not among it. */
export type TaskChange = Partial<
  Pick<
    ReportTaskEntity,
    'state' | 'pausedAt' | 'closedAt' | 'closeReason' | 'dueOn' | 'dueAt' | 'dueBasis' | 'dueTerm' | 'calendarVersion'
  >
>;

export type ClosingTask = Pick<
  ReportTaskEntity,
  'committeeId' | 'taskId' | 'kind' | 'documentId' | 'state' | 'dueAt' | 'version'
>;

/** A task is locked before its reports. */
export class ReportTaskRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws TASK_NOT_FOUND. */
  async lock(taskId: Id): Promise<ReportTaskEntity> {
    const task = await this.tx.manager.findOne(ReportTaskEntity, {
      where: { committeeId: this.tx.committeeId, taskId },
      lock: { mode: 'pessimistic_write' },
    });
    if (task === null) throw reportTaskError('TASK_NOT_FOUND', { taskId });
    return task;
  }

  async insert(task: ReportTaskEntity): Promise<void> {
    await this.tx.manager.insert(ReportTaskEntity, task as object);
  }

  async update(
    { committeeId, taskId, version }: Pick<ReportTaskEntity, 'committeeId' | 'taskId' | 'version'>,
    change: TaskChange,
  ): Promise<void> {
    const next = { ...change, version: version + 1, updatedAt: this.tx.now };
    await this.tx.manager.update(ReportTaskEntity, { committeeId, taskId }, next as object);
  }

  /** Those that a paper bore and that are not over, held so that they stay open, in one order. */
  async holdOpenOfDocument(documentId: Id, kinds: readonly ReportKind[]): Promise<Id[]> {
    const rows = await this.tx.query<{ readonly taskId: Id }>(
      `select task_id as "taskId" from reports.report_task
       where committee_id = $1 and document_id = $2 and kind = any($3) and state <> 'CLOSED'
       order by task_id for share`,
      [this.tx.committeeId, documentId, kinds],
    );
    return rows.map(({ taskId }) => taskId);
  }

  /** Those that an organisation owes a report for and that are not over, held so that they stay open, in one order. */
  async holdOpenOwedBy(organizationId: Id, states: readonly ReportState[]): Promise<Id[]> {
    const rows = await this.tx.query<{ readonly taskId: Id }>(
      `select t.task_id as "taskId" from reports.report_task t
       where t.committee_id = $1 and t.state <> 'CLOSED'
         and exists (select from reports.report r
                     where r.committee_id = $1 and r.task_id = t.task_id and r.organization_id = $2 and r.state = any($3))
       order by t.task_id for share of t`,
      [this.tx.committeeId, organizationId, states],
    );
    return rows.map(({ taskId }) => taskId);
  }

  /** Under lock; only what closing reads of it. Null when it is over, or not there. */
  async lockToClose(taskId: Id): Promise<ClosingTask | null> {
    const [task] = await this.tx.query<ClosingTask>(
      `select committee_id as "committeeId", task_id as "taskId", kind, document_id as "documentId", state,
              due_at as "dueAt", version
       from reports.report_task where committee_id = $1 and task_id = $2 and state <> 'CLOSED' for update`,
      [this.tx.committeeId, taskId],
    );
    return task ?? null;
  }

  /** Those who ask at the same time wait for each other: each finds what the other asks for. */
  async holdAsking(): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [this.#asking()]);
  }

  /** Nobody asks meanwhile; many may hold this at once. */
  async holdAsked(): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [this.#asking()]);
  }

  #asking(): string {
    return `reports.asking:${this.tx.committeeId}`;
  }
}
