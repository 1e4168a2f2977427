import type { Id, LocalDate } from '@hub/core';

import { TaskReportsRepository } from '../data/task-reports.repository';
import { statedDue } from '../domain/due-rule';
import { actOnTask, type ReasonedTaskDecision, requiredReason, type TaskDecision } from './act-on-task';
import type { ReportsContext } from './context';
import { dueChange, followsTask } from './move-due';
import { ReportDeadlines } from './report-deadlines';

/** 暂停: nobody is reminded and nothing is handed in, until it goes on. */
export async function pauseTask(ctx: ReportsContext, input: ReasonedTaskDecision): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'pauseReportTask', verb: 'pauseTask', act: 'PAUSE' } as const;
  return actOnTask(ctx, step, input, async (tx, { taskId }) => {
    const pending = await new TaskReportsRepository(tx, taskId).lockPending();
    await new ReportDeadlines(ctx, tx).end(
      pending.map(({ organizationId }) => ({ taskId, organizationId })),
      `任务暂停：${reason}`,
    );
    return { change: { pausedAt: tx.now }, detail: { reason } };
  });
}

export interface ResumeTaskInput extends TaskDecision {
  /** Another due date; needed where the one that stood is over. */
  readonly dueOn?: LocalDate | null;
}

/** 恢复: clocks run again, from now. Throws DUE_PAST where the date is over and no other is given. */
export async function resumeTask(ctx: ReportsContext, input: ResumeTaskInput): Promise<Id> {
  const step = { action: 'resumeReportTask', verb: 'resumeTask', act: 'RESUME' } as const;
  return actOnTask(ctx, step, input, async (tx, task) => {
    const { taskId, title } = task;
    const reports = new TaskReportsRepository(tx, taskId);
    const due = statedDue(input.dueOn ?? task.dueOn, tx.now);
    const pending = await reports.lockPending();
    const moved = new Set(input.dueOn ? pending.filter((report) => followsTask(report, task, due.dueAt)) : []);
    await reports.moveDue([...moved], due.dueAt);
    const owed = pending.map((report) => {
      const dueAt = moved.has(report) ? due.dueAt : report.dueAt;
      return { ...report, taskId, title, dueAt, basis: 'GRANTED' as const };
    });
    await new ReportDeadlines(ctx, tx).begin(owed);
    if (!input.dueOn) return { change: { pausedAt: null }, detail: {} };
    return { change: { ...dueChange(due), pausedAt: null }, detail: { dueAt: due.dueAt } };
  });
}
