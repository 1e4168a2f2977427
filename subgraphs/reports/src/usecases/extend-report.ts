import { type Id, type LocalDate, localDate } from '@hub/core';

import { TaskReportsRepository } from '../data/task-reports.repository';
import { statedDue } from '../domain/due-rule';
import { reportTaskError } from '../domain/report-task.errors';

import { actOnTask, type ReasonedTaskDecision, requiredReason } from './act-on-task';
import type { ReportsContext } from './context';
import { ReportDeadlines } from './report-deadlines';

export interface ExtendReportInput extends ReasonedTaskDecision {
  readonly organizationId: Id;
  readonly dueOn: LocalDate;
}

/** 延期 for one organisation: more time for its first handing in. Throws REPORT_NOT_AWAITED, DUE_PAST or DUE_NOT_LATER. */
export async function extendReport(ctx: ReportsContext, input: ExtendReportInput): Promise<Id> {
  const reason = requiredReason(input.reason);
  const step = { action: 'extendReport', verb: 'extendReport', act: 'EXTEND' } as const;
  return actOnTask(ctx, step, input, async (tx, { taskId }) => {
    const { organizationId, dueOn } = input;
    const reports = new TaskReportsRepository(tx, taskId);
    const report = (await reports.lockPending()).find((each) => each.organizationId === organizationId);
    if (report === undefined || report.handedIn) throw reportTaskError('REPORT_NOT_AWAITED', { organizationId });
    const { dueAt } = statedDue(dueOn, tx.now);
    if (dueAt <= report.dueAt) throw reportTaskError('DUE_NOT_LATER', { current: localDate(report.dueAt) });
    await reports.moveDue([report], dueAt);
    await new ReportDeadlines(ctx, tx).move([{ taskId, organizationId }], dueAt, reason);
    return { detail: { reason, organizationId, from: report.dueAt, to: dueAt } };
  });
}
