import { type Id, normalizeNote, type PersonActor } from '@hub/core';
import { holdDirectory, requirePerson } from '@hub/persistence';

import { ReportTaskRepository } from '../data/report-task.repository';
import { assertAskedOnce } from '../domain/ask-once';
import { type ReportTaskVerb, reportTaskPolicy } from '../domain/report-task.policy';
import type { ReportsContext } from './context';
import { type PreparedTask, prepareTask, type TaskDemand } from './prepare-task';
import { writeTask } from './write-task';

export interface OpenTaskInput extends TaskDemand {
  /** Why what the hub holds, or another task asks for, is asked all the same. */
  readonly duplicateReason?: string | null;
}

export const DUPLICATE_REASON_LIMIT = 500;

/** Tasks and plans belong to the committee: whoever may ask, may ask all of it. */
export function assertMayAsk(person: PersonActor, verb: ReportTaskVerb): void {
  reportTaskPolicy.assertMay(person, verb, { committeeId: person.committeeId });
}

/** 下达预览: whom a task would ask, until when, and what it would ask a second time. */
export async function previewTask(ctx: ReportsContext, demand: TaskDemand): Promise<PreparedTask> {
  assertMayAsk(requirePerson(ctx), 'previewTask');
  return ctx.read((tx) => prepareTask(tx, ctx.clock.now(), demand));
}

/** 下达任务: a report is owed by every organisation from now on. Throws ASKED_TWICE beside what prepareTask throws. */
export async function openTask(ctx: ReportsContext, input: OpenTaskInput): Promise<Id> {
  const person = requirePerson(ctx);
  assertMayAsk(person, 'openTask');
  const duplicateReason = normalizeNote('重复理由', input.duplicateReason, DUPLICATE_REASON_LIMIT);
  return ctx.command('openReportTask', input, async (tx) => {
    await holdDirectory(tx, 'reports');
    await new ReportTaskRepository(tx).holdAsking();
    const prepared = await prepareTask(tx, tx.now, input);
    assertAskedOnce(prepared.findings, duplicateReason);
    const { accountId, displayName } = person;
    return writeTask(tx, ctx.ids, prepared, { planId: null, accountId, name: displayName, duplicateReason });
  });
}
