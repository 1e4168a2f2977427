import type { Id } from '@hub/core';
import { defineLoader, type HubContext } from '@hub/graphql';
import { requireReader } from '@hub/persistence';

import { reportTasksById } from '../data/report-task.read-model';
import { reportTaskError } from '../domain/report-task.errors';
import { type ReportTask, toReportTask } from './report-task.type';

const taskLoader = defineLoader(reportTasksById);

/** Null when the task does not exist for the actor. */
export async function findTask(ctx: HubContext, taskId: Id): Promise<ReportTask | null> {
  requireReader(ctx);
  const row = await taskLoader.load(ctx, taskId);
  return row && toReportTask(row);
}

/** What a mutation answers with. */
export async function showTask(ctx: HubContext, taskId: Id): Promise<ReportTask> {
  const task = await findTask(ctx, taskId);
  if (task === null) throw reportTaskError('TASK_NOT_FOUND', { taskId });
  return task;
}
