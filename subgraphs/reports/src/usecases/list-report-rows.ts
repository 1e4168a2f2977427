import type { Page, PageRequest } from '@hub/core';
import type { UseCaseContext } from '@hub/persistence';

import type { ReportFilter } from '../data/report-filter.read-model';
import {
  type ReportFlatRow,
  type ReportValueFlatRow,
  reportRows,
  reportValueRows,
} from '../data/report-rows.read-model';

/** Reports as flat rows: the committee's for the office, its own for a unit. */
export const listReportRows = (
  ctx: UseCaseContext,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportFlatRow>> => ctx.read((tx) => reportRows(tx, ctx.clock.now(), filter, page));

/** What was handed in as flat rows, field by field. */
export const listReportValueRows = (
  ctx: UseCaseContext,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportValueFlatRow>> => ctx.read((tx) => reportValueRows(tx, ctx.clock.now(), filter, page));
