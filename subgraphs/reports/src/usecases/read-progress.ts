import type { Id } from '@hub/core';
import { requireReader, type UseCaseContext } from '@hub/persistence';

import { reportTasksById } from '../data/report-task.read-model';
import { awaitedPlaces, talliedPlaces } from '../data/tally.read-model';
import { reportPolicy } from '../domain/report.policy';
import { type TaskProgress, taskProgress } from '../domain/task-progress';

/** 报送进度, from what acts wrote down: it is told without counting reports. Null for a task that is not there. */
export async function readProgress(ctx: UseCaseContext, taskId: Id): Promise<TaskProgress | null> {
  const actor = requireReader(ctx);
  reportPolicy.assertMay(actor, 'readProgress', { committeeId: actor.committeeId });
  return ctx.read(async (tx) => {
    const task = (await reportTasksById(tx, [taskId])).get(taskId);
    if (task === undefined) return null;
    const now = ctx.clock.now();
    const isPast = task.dueAt < now;
    const exceptions = await awaitedPlaces(tx, taskId, now, isPast ? 'running' : 'ended');
    return taskProgress(await talliedPlaces(tx, taskId), exceptions, isPast);
  });
}
