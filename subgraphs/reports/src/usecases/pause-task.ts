import { type Id, type LocalDate, localDate, type WorkingTime } from '@hub/core';
import { movedBy } from '@hub/deadlines';
import { type Transaction, workingTimeOf } from '@hub/persistence';

import type { ReportTaskEntity } from '../data/report-task.entity';
import { type PendingReport, TaskReportsRepository } from '../data/task-reports.repository';
import { countedEnd, statedDue } from '../domain/due-rule';
import { actOnTask, type ReasonedTaskDecision, requiredReason, type TaskDecision } from './act-on-task';
import type { ReportsContext } from './context';
import { type DueChange, dueChange, followsTask } from './move-due';
import { ReportDeadlines } from './report-deadlines';
import { TASK_NEWS, tellTask } from './tell-task';

/** 暂停: nobody is reminded and nothing is handed in, until it goes on. */
export async function pauseTask(ctx: ReportsContext, input: ReasonedTaskDecision): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'pauseReportTask', verb: 'pauseTask', act: 'PAUSE' } as const;
  return actOnTask(ctx, step, input, async (tx, task) => {
    const { taskId } = task;
    const pending = await new TaskReportsRepository(tx, taskId).lockPending();
    await new ReportDeadlines(ctx, tx).end(
      pending.map(({ organizationId }) => ({ taskId, organizationId })),
      `任务暂停：${reason}`,
    );
    tellTask(tx, ctx.ids, task, organizationsOf(pending), TASK_NEWS.paused(reason));
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
    const change = input.dueOn ? dueChange(statedDue(input.dueOn, tx.now)) : await standingDue(tx, task);
    const { dueAt } = change;
    const reports = new TaskReportsRepository(tx, taskId);
    const pending = await reports.lockPending();
    const following = new Set(pending.filter((report) => followsTask(report, task, dueAt)));
    const moves = dueAt.getTime() !== task.dueAt.getTime();
    if (moves) await reports.moveDue([...following], dueAt);
    const { dueBasis: basis, calendarVersion } = change;
    const owed = pending.map((report) => {
      const by = following.has(report) ? { dueAt, basis, calendarVersion } : { basis: 'GRANTED' as const };
      return { ...report, taskId, title, ...by };
    });
    await new ReportDeadlines(ctx, tx).begin(owed);
    tellTask(tx, ctx.ids, task, organizationsOf(pending), TASK_NEWS.resumed(dueAt));
    return { change: { ...change, pausedAt: null }, detail: moves ? { dueAt } : {} };
  });
}

const organizationsOf = (pending: readonly PendingReport[]): Id[] =>
  pending.map(({ organizationId }) => organizationId);

/** The date that stands, by the calendar of today: it may have changed while nobody counted. Throws DUE_PAST. */
async function standingDue(tx: Transaction, task: ReportTaskEntity): Promise<DueChange> {
  const { dueOn, dueAt, dueBasis, dueTerm, calendarVersion } = task;
  const stands = { dueOn, dueAt, dueBasis, dueTerm, calendarVersion };
  if (dueTerm !== null) {
    const time = await workingTimeOf(tx, 'reports');
    const counted = { dueAt, calendarVersion, endBy: (by: WorkingTime) => countedEnd(dueTerm, by) };
    const movedTo = movedBy(counted, time, tx.now)?.movedTo;
    if (movedTo) return { ...stands, dueOn: localDate(movedTo), dueAt: movedTo, calendarVersion: time.version };
  }
  statedDue(dueOn, tx.now);
  return stands;
}
