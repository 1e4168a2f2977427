import type { Id } from '@hub/core';
import { type ReadTransaction, requireReader, type UseCaseContext } from '@hub/persistence';

import { reportsById } from '../data/report.read-model';
import { reportOfPeriod, type VersionContentRow, versionContent } from '../data/report-content.read-model';
import { type ComparedWords, compareReports } from '../domain/difference/compare-reports';
import type { FieldDifference } from '../domain/difference/difference';
import { cadenceOf, type PeriodKey, previousPeriod } from '../domain/period';
import { readingError } from '../domain/reading.errors';
import { reportError } from '../domain/report.errors';
import { shownContent } from './show-content';

export type ComparedReport = ComparedWords &
  Pick<VersionContentRow, 'reportId' | 'number' | 'periodKey' | 'title' | 'savedAt'>;

export interface ReportDifference {
  readonly from: ComparedReport;
  readonly to: ComparedReport;
  readonly fields: readonly FieldDifference[];
}

export interface ComparedVersions {
  readonly reportId: Id;
  readonly from: number;
  /** That which the reader is shown, when it is left out. */
  readonly to: number | null;
}

/** 版本对比. Throws REPORT_NOT_FOUND, REPORT_VERSION_NOT_FOUND. */
export async function compareVersions(
  ctx: UseCaseContext,
  { reportId, from, to }: ComparedVersions,
): Promise<ReportDifference> {
  requireReader(ctx);
  return ctx.read(async (tx) => {
    await assertInSight(tx, reportId);
    return difference(tx, await versionOf(tx, reportId, from), await versionOf(tx, reportId, to));
  });
}

export interface ComparedPeriods {
  readonly reportId: Id;
  /** The period before that of the report, when it is left out. */
  readonly periodKey: PeriodKey | null;
}

/**
 * 与另一期对比: what the same organisation was asked by the same template in another period, as it was handed in last or,
 * for its unit, as it stands. Throws PERIOD_INVALID, REPORT_NOT_FOUND, REPORT_OF_PERIOD_NOT_FOUND, REPORT_VERSION_NOT_FOUND.
 */
export async function comparePeriods(
  ctx: UseCaseContext,
  { reportId, periodKey }: ComparedPeriods,
): Promise<ReportDifference> {
  requireReader(ctx);
  if (periodKey !== null) cadenceOf(periodKey);
  return ctx.read(async (tx) => {
    await assertInSight(tx, reportId);
    const to = await versionOf(tx, reportId, null);
    const other = await reportOfPeriod(tx, to, periodKey ?? previousPeriod(to.periodKey));
    if (other === null) throw readingError('REPORT_OF_PERIOD_NOT_FOUND');
    return difference(tx, await versionOf(tx, other, null), to);
  });
}

async function assertInSight(tx: ReadTransaction, reportId: Id): Promise<void> {
  if (!(await reportsById(tx, [reportId])).has(reportId)) throw reportError('REPORT_NOT_FOUND');
}

async function versionOf(tx: ReadTransaction, reportId: Id, number: number | null): Promise<VersionContentRow> {
  const version = await versionContent(tx, reportId, number);
  if (version === null) throw readingError('REPORT_VERSION_NOT_FOUND');
  return version;
}

async function difference(
  tx: ReadTransaction,
  earlier: VersionContentRow,
  later: VersionContentRow,
): Promise<ReportDifference> {
  const from = { ...earlier, ...(await shownContent(tx, earlier)) };
  const to = { ...later, ...(await shownContent(tx, later)) };
  return { from, to, fields: compareReports(from, to) };
}
