import { type Id, isId } from '@hub/core';

import { workbookError } from './workbook.errors';

const KIND = 'report-task';

/** What a workbook says of itself: for which task it was made, by which version of its template. */
export interface WorkbookMark {
  readonly taskId: Id;
  readonly templateVersion: number;
}

export const formatMark = ({ taskId, templateVersion }: WorkbookMark): string => `${KIND} ${taskId} ${templateVersion}`;

/** Refuses the workbook of another task, and of another version of the template than the task asks by. */
export function assertMark(mark: string, { taskId, templateVersion }: WorkbookMark): void {
  const [kind, task, version, ...others] = mark.trim().split(' ');
  if (kind !== KIND || others.length > 0 || !isId(task) || task !== taskId || !/^\d{1,9}$/.test(version ?? '')) {
    throw workbookError('WORKBOOK_OF_ANOTHER_TASK');
  }
  if (Number(version) === templateVersion) return;
  throw workbookError('WORKBOOK_VERSION_GONE', { given: Number(version), current: templateVersion });
}
