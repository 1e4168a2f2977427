import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { reportTaskError } from '../domain/report-task.errors';
import { ReportTaskEntity } from './report-task.entity';

/** What an act may change of a task; whom it asks and for what is not among it. */
export type TaskChange = Partial<
  Pick<
    ReportTaskEntity,
    'state' | 'pausedAt' | 'closedAt' | 'closeReason' | 'dueOn' | 'dueAt' | 'dueBasis' | 'dueTerm' | 'calendarVersion'
  >
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

  async update({ committeeId, taskId, version }: ReportTaskEntity, change: TaskChange): Promise<void> {
    const next = { ...change, version: version + 1, updatedAt: this.tx.now };
    await this.tx.manager.update(ReportTaskEntity, { committeeId, taskId }, next as object);
  }

  /** Open ones that a paper bore, in one order. */
  async openOfDocument(documentId: Id): Promise<Id[]> {
    const rows = await this.tx.query<{ readonly taskId: Id }>(
      `select task_id as "taskId" from reports.report_task
       where committee_id = $1 and document_id = $2 and state <> 'CLOSED' order by task_id`,
      [this.tx.committeeId, documentId],
    );
    return rows.map(({ taskId }) => taskId);
  }

  /** Those who ask at the same time wait for each other: each finds what the other asks for. */
  async holdAsking(): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `reports.asking:${this.tx.committeeId}`,
    ]);
  }
}
