import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ReportTaskRepository } from '../data/report-task.repository';
import { TaskReportsRepository } from '../data/task-reports.repository';
import { endsWithPaper } from '../domain/paper-answer';
import { moveTask } from './act-on-task';

/**
 * Closes a task that ends with its paper, once every report is accepted or settled. What recurs is closed by a person: as long
 * as it is open, whoever asks the same for the period is told so.
 */
export async function closeWhenDone(tx: Transaction, taskId: Id): Promise<void> {
  const task = await new ReportTaskRepository(tx).lockToClose(taskId);
  if (task === null || !endsWithPaper(task) || !(await new TaskReportsRepository(tx, taskId).allDone())) return;
  await moveTask(tx, task, { action: 'closeReportTask', act: 'CLOSE' }, async () => ({
    change: { closedAt: tx.now, pausedAt: null },
    detail: { reason: null, missing: 0, returned: 0, allDone: true },
  }));
}
