import type { Page, PageRequest } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import type { ReportRow } from '../data/report.read-model';
import type { ReportFilter } from '../data/report-filter.read-model';
import { listReports, type ReportBox } from '../data/report-list.read-model';
import { readingError } from '../domain/reading.errors';

/** The committee's for the office, its own for a unit. Throws REPORT_LIST_OF_TASK. */
export async function readReports(
  ctx: UseCaseContext,
  box: ReportBox,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportRow>> {
  if (box === 'OF_TASK' && !filter.taskId) throw readingError('REPORT_LIST_OF_TASK');
  return ctx.read((tx) => listReports(tx, ctx.clock.now(), box, filter, page));
}
