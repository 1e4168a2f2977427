import type { Id } from '@hub/core';
import { defineLoader } from '@hub/graphql';
import { requireReader } from '@hub/persistence';

import { reportsById } from '../data/report.read-model';
import { adoptionsOf, returnsOf, versionsOf } from '../data/report-history.read-model';
import { reportError } from '../domain/report.errors';
import { showContents } from '../usecases/show-content';
import type { ReportsHubContext } from './hub-context';
import { type Report, toReport } from './report.type';

const reportLoader = defineLoader(reportsById);

export const contentLoader = defineLoader(showContents);
export const versionsLoader = defineLoader(versionsOf);
export const returnsLoader = defineLoader(returnsOf);
export const adoptionsLoader = defineLoader(adoptionsOf);

/** Null when the report does not exist for the actor. */
export async function findReport(ctx: ReportsHubContext, reportId: Id): Promise<Report | null> {
  requireReader(ctx);
  const row = await reportLoader.load(ctx, reportId);
  return row && toReport(row);
}

/** What a mutation answers with. */
export async function showReport(ctx: ReportsHubContext, reportId: Id): Promise<Report> {
  const report = await findReport(ctx, reportId);
  if (report === null) throw reportError('REPORT_NOT_FOUND');
  return report;
}
