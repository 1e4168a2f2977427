import { type Id, normalizeNote } from '@hub/core';

import { TaskReportsRepository } from '../data/task-reports.repository';
import { assertMayClose } from '../domain/task-state';
import { actOnTask, REASON_LIMIT, type TaskDecision } from './act-on-task';
import type { ReportsContext } from './context';
import { ReportDeadlines } from './report-deadlines';
import { TASK_NEWS, tellTask } from './tell-task';

export interface CloseTaskInput extends TaskDecision {
  /** Why it ends though reports are missing. */
  readonly reason?: string | null;
}

/** 结束: nothing is handed in any more. Throws REPORTS_MISSING while somebody is waited for and no reason is given. */
export async function closeTask(ctx: ReportsContext, input: CloseTaskInput): Promise<Id> {
  const reason = normalizeNote('理由', input.reason, REASON_LIMIT);
  const step = { action: 'closeReportTask', verb: 'closeTask', act: 'CLOSE' } as const;
  return actOnTask(ctx, step, input, async (tx, task) => {
    const { taskId } = task;
    const reports = new TaskReportsRepository(tx, taskId);
    const pending = await reports.lockPending();
    const returned = pending.filter(({ handedIn }) => handedIn).length;
    const awaited = { missing: pending.length - returned, returned };
    assertMayClose(awaited, reason);
    const owed = pending.map(({ organizationId }) => ({ taskId, organizationId }));
    await new ReportDeadlines(ctx, tx).end(owed, `任务结束：${reason ?? ''}`);
    const organizationIds = owed.map(({ organizationId }) => organizationId);
    tellTask(tx, ctx.ids, task, organizationIds, TASK_NEWS.closed(reason));
    const change = { closedAt: tx.now, closeReason: reason, pausedAt: null };
    return { change, detail: { reason, ...awaited } };
  });
}
