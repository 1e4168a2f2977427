import type { Id, LocalDate } from '@hub/core';

import type { ReportTaskEntity } from '../data/report-task.entity';
import { type PendingReport, TaskReportsRepository } from '../data/task-reports.repository';
import { type Due, statedDue } from '../domain/due-rule';
import { actOnTask, type ReasonedTaskDecision, requiredReason } from './act-on-task';
import type { ReportsContext } from './context';
import { ReportDeadlines } from './report-deadlines';

export interface MoveDueInput extends ReasonedTaskDecision {
  readonly dueOn: LocalDate;
}

/** 调整截止日期, earlier or later: for those who have not handed in, each told with the reason. Throws DUE_PAST. */
export async function moveDue(ctx: ReportsContext, input: MoveDueInput): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'moveReportTaskDue', verb: 'moveDue', act: 'MOVE_DUE' } as const;
  return actOnTask(ctx, step, input, async (tx, task) => {
    const { taskId } = task;
    const reports = new TaskReportsRepository(tx, taskId);
    const due = statedDue(input.dueOn, tx.now);
    const moved = (await reports.lockPending()).filter((report) => followsTask(report, task, due.dueAt));
    await reports.moveDue(moved, due.dueAt);
    const owed = moved.map(({ organizationId }) => ({ taskId, organizationId }));
    await new ReportDeadlines(ctx, tx).move(owed, due.dueAt, reason);
    return { change: dueChange(due), detail: { reason, dueAt: due.dueAt, moved: moved.length } };
  });
}

/** A unit that was granted more time keeps it; what was returned has a time of its own. */
export const followsTask = (report: PendingReport, task: Pick<ReportTaskEntity, 'dueAt'>, dueAt: Date): boolean =>
  !report.handedIn && (report.dueAt.getTime() === task.dueAt.getTime() || report.dueAt < dueAt);

/** When a task is due, and how that came about. */
export type DueChange = Pick<ReportTaskEntity, 'dueOn' | 'dueAt' | 'dueBasis' | 'dueTerm' | 'calendarVersion'>;

export const dueChange = ({ dueOn, dueAt }: Due): DueChange => ({
  dueOn,
  dueAt,
  dueBasis: 'GRANTED',
  dueTerm: null,
  calendarVersion: null,
});
