import { noticeRequested, noticesSettled } from '@hub/contracts';
import { type DomainError, type IdFactory, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportPlanEntity } from '../../data/report-plan.entity';
import { type PlanChange, ReportPlanRepository } from '../../data/report-plan.repository';
import { periodLabel } from '../../domain/period';
import { cut } from '../tell-returned';

/** What the notices of a held plan are about. */
export const heldMatter = ({ planId }: Pick<ReportPlanEntity, 'planId'>) => ({
  type: 'ReportPlan',
  id: planId,
  obligation: 'OPEN_TASK',
});

/** The task of the next period is refused. The office hears of it once for each reason, and it is tried again tomorrow. */
export async function holdPlan(
  tx: Transaction,
  ids: IdFactory,
  plan: ReportPlanEntity,
  { reason: heldCode, message: heldReason }: DomainError,
): Promise<void> {
  const plans = new ReportPlanRepository(tx);
  const triedOn = localDate(tx.now);
  if (plan.heldCode === heldCode) return plans.noteTried(plan, triedOn);
  await plans.update(plan, { heldSince: plan.heldSince ?? tx.now, heldCode, heldReason, triedOn });
  tellHeld(tx, ids, plan, heldReason);
  const { planId, nextPeriod } = plan;
  const after = { heldCode, nextPeriod };
  tx.audit({ action: 'holdReportPlan', objectType: 'reportPlan', objectId: planId, after });
}

function tellHeld(tx: Transaction, ids: IdFactory, plan: ReportPlanEntity, reason: string): void {
  const { planId, name, nextPeriod } = plan;
  tx.emit(noticeRequested, planId, {
    committeeId: tx.committeeId,
    noticeId: ids.next(),
    kind: 'PLAN_HELD',
    addressees: [{ to: 'OFFICE' }],
    about: heldMatter(plan),
    unitId: null,
    level: 0,
    title: cut(`【定期任务暂缓】${name}`, 300),
    body: cut(`${periodLabel(nextPeriod)}的任务未能下达，每日重试，请及时处理。原因：${reason}`, 2000),
    outsideText: '有1项定期任务未能按时下达，请登录平台办理。',
    dueAt: null,
    urgent: false,
    channels: null,
    requestedAt: tx.now.toISOString(),
  });
}

/** The plan is looked at anew; what the office was told is done. */
export function releaseHold(tx: Transaction, plan: ReportPlanEntity): PlanChange {
  if (plan.heldSince === null) return {};
  const { committeeId, now } = tx;
  tx.emit(noticesSettled, plan.planId, { committeeId, about: heldMatter(plan), settledAt: now.toISOString() });
  return { heldSince: null, heldCode: null, heldReason: null, triedOn: null };
}
