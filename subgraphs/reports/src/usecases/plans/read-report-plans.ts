import type { Page, PageRequest } from '@hub/core';
import { requireReader, type UseCaseContext } from '@hub/persistence';

import { listPlans, type ReportPlanFilter, type ReportPlanRow } from '../../data/report-plan.read-model';
import { reportTaskPolicy } from '../../domain/report-task.policy';

export async function listReportPlans(
  ctx: UseCaseContext,
  filter: ReportPlanFilter,
  page: PageRequest,
): Promise<Page<ReportPlanRow>> {
  const actor = requireReader(ctx);
  reportTaskPolicy.assertMay(actor, 'readPlan', { committeeId: actor.committeeId });
  return ctx.read((tx) => listPlans(tx, filter, page));
}
