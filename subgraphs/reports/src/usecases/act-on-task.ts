import { type Id, normalizeNote } from '@hub/core';
import { assertVersion, requirePerson, type Transaction } from '@hub/persistence';

import type { ReportTaskEntity } from '../data/report-task.entity';
import { ReportTaskRepository, type TaskChange } from '../data/report-task.repository';
import { reportTaskError } from '../domain/report-task.errors';
import type { ReportTaskVerb } from '../domain/report-task.policy';
import { nextTaskState, type TaskAct } from '../domain/task-state';
import type { ReportsContext } from './context';
import { assertMayAsk } from './open-task';
import { settleTask } from './tell-task';

/** What every decision on one task names: which one, and the version it was decided on. */
export interface TaskDecision {
  readonly taskId: Id;
  readonly expectedVersion: number;
}

export interface ReasonedTaskDecision extends TaskDecision {
  readonly reason: string;
}

/** As the ledger of deadlines keeps them. */
export const REASON_LIMIT = 150;

/** Throws TASK_REASON_REQUIRED. */
export function requiredReason(raw: string): string {
  const reason = normalizeNote('理由', raw, REASON_LIMIT);
  if (reason === null) throw reportTaskError('TASK_REASON_REQUIRED');
  return reason;
}

export interface TaskStep {
  /** The use case, as the audit trail names it. */
  readonly action: string;
  readonly verb: ReportTaskVerb;
  readonly act: TaskAct;
}

export interface TaskEffect {
  readonly change?: TaskChange;
  /** What the audit trail keeps beside the states. */
  readonly detail: Readonly<Record<string, unknown>>;
}

type MovableTask = Pick<ReportTaskEntity, 'committeeId' | 'taskId' | 'state' | 'dueAt' | 'version'>;

/** One act of a person on one task: policy, lock, version, state, what the act does to its reports, audit. */
export async function actOnTask<Input extends TaskDecision>(
  ctx: ReportsContext,
  { action, verb, act }: TaskStep,
  input: Input,
  effect: (tx: Transaction, task: ReportTaskEntity) => Promise<TaskEffect>,
): Promise<Id> {
  assertMayAsk(requirePerson(ctx), verb);
  return ctx.command(action, input, async (tx) => {
    const task = await new ReportTaskRepository(tx).lock(input.taskId);
    assertVersion(task.version, input.expectedVersion);
    await moveTask(tx, task, { action, act }, (locked) => effect(tx, locked));
    return task.taskId;
  });
}

/** The state of a task under lock, with what goes with it. Throws what the state table says. */
export async function moveTask<Task extends MovableTask>(
  tx: Transaction,
  task: Task,
  { action, act }: Omit<TaskStep, 'verb'>,
  effect: (task: Task) => Promise<TaskEffect>,
): Promise<void> {
  const state = nextTaskState(task.state, act);
  const { change = {}, detail } = await effect(task);
  await new ReportTaskRepository(tx).update(task, { ...change, state });
  if (act === 'CLOSE') settleTask(tx, task.taskId);
  tx.audit({
    action,
    objectType: 'reportTask',
    objectId: task.taskId,
    before: { state: task.state, dueAt: task.dueAt },
    after: { state, ...detail },
  });
}
