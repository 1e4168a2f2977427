import { noticesSettled } from '@hub/contracts';
import type { Transaction } from '@hub/persistence';

import type { ReportPlanEntity } from '../../data/report-plan.entity';
import type { PlanChange } from '../../data/report-plan.repository';

/** What the notices of a held plan are about. */
export const heldMatter = ({ planId }: Pick<ReportPlanEntity, 'planId'>) => ({
  type: 'ReportPlan',
  id: planId,
  obligation: 'OPEN_TASK',
});

/** The plan is looked at anew; what the office was told is done. */
export function releaseHold(tx: Transaction, plan: ReportPlanEntity): PlanChange {
  if (plan.heldSince === null) return {};
  const { committeeId, now } = tx;
  tx.emit(noticesSettled, plan.planId, { committeeId, about: heldMatter(plan), settledAt: now.toISOString() });
  return { heldSince: null, heldCode: null, heldReason: null, triedOn: null };
}
