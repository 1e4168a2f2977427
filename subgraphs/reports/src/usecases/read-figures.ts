import type { Id, Page, PageRequest } from '@hub/core';
import { type ReadTransaction, requireReader, type UseCaseContext } from '@hub/persistence';

import {
  type AggregateGrouping,
  type AggregateRow,
  aggregatesOf,
  type FigureFilter,
  type FigureRow,
  listFigures,
  taskField,
} from '../data/figure.read-model';
import { reportTasksById } from '../data/report-task.read-model';
import { figureFields } from '../domain/figures';
import { readingError } from '../domain/reading.errors';
import { reportPolicy } from '../domain/report.policy';
import { reportTaskError } from '../domain/report-task.errors';
import type { TemplateField } from '../domain/template-field';

export interface Aggregates {
  readonly field: TemplateField;
  readonly rows: readonly AggregateRow[];
}

interface AskedFigures {
  readonly taskId: Id;
  readonly fieldKey: string;
}

/** 汇总 of one field over a task. Throws TASK_NOT_FOUND or FIELD_NOT_ADDED_UP. */
export async function readAggregates(
  ctx: UseCaseContext,
  asked: AskedFigures,
  groupBy: AggregateGrouping,
): Promise<Aggregates> {
  assertMayRead(ctx);
  return ctx.read(async (tx) => {
    const field = await addedUpField(tx, asked);
    return { field, rows: await aggregatesOf(tx, asked.taskId, asked.fieldKey, groupBy) };
  });
}

/** Where a sum comes from, report by report. Throws as readAggregates. */
export async function readFigures(
  ctx: UseCaseContext,
  asked: AskedFigures,
  filter: FigureFilter,
  page: PageRequest,
): Promise<Page<FigureRow>> {
  assertMayRead(ctx);
  return ctx.read(async (tx) => {
    await addedUpField(tx, asked);
    return listFigures(tx, asked, filter, page);
  });
}

function assertMayRead(ctx: UseCaseContext): void {
  const actor = requireReader(ctx);
  reportPolicy.assertMay(actor, 'readProgress', { committeeId: actor.committeeId });
}

async function addedUpField(tx: ReadTransaction, { taskId, fieldKey }: AskedFigures): Promise<TemplateField> {
  const task = (await reportTasksById(tx, [taskId])).get(taskId);
  if (task === undefined) throw reportTaskError('TASK_NOT_FOUND');
  const field = await taskField(tx, task, fieldKey);
  if (field === null || figureFields([field]).length === 0) throw readingError('FIELD_NOT_ADDED_UP');
  return field;
}
