import type { Id, LocalDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';

import { reportTaskError } from '../domain/report-task.errors';
import { ReportPlanEntity } from './report-plan.entity';

/** What may change of a plan; what it is a plan of is not among it. */
export type PlanChange = Partial<
  Omit<
    ReportPlanEntity,
    'committeeId' | 'planId' | 'kind' | 'cadence' | 'createdAt' | 'createdByAccountId' | 'createdByName'
  >
>;

/** A plan is locked before what it opens. */
export class ReportPlanRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws PLAN_NOT_FOUND. */
  async lock(planId: Id): Promise<ReportPlanEntity> {
    const plan = await this.tx.manager.findOne(ReportPlanEntity, {
      where: { committeeId: this.tx.committeeId, planId },
      lock: { mode: 'pessimistic_write' },
    });
    if (plan === null) throw reportTaskError('PLAN_NOT_FOUND', { planId });
    return plan;
  }

  /** The plan under lock, if its day has come; null for one that is not due, or that another worker has. */
  async takeDue(planId: Id, today: LocalDate): Promise<ReportPlanEntity | null> {
    const { committeeId } = this.tx;
    const due = { committeeId, planId, state: 'ACTIVE', nextOpensOn: LessThanOrEqual(today) } as const;
    return this.tx.manager.findOne(ReportPlanEntity, {
      where: [
        { ...due, triedOn: IsNull() },
        { ...due, triedOn: LessThan(today) },
      ],
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async insert(plan: ReportPlanEntity): Promise<void> {
    await this.tx.manager.insert(ReportPlanEntity, plan as object);
  }

  async update({ committeeId, planId, version }: ReportPlanEntity, change: PlanChange): Promise<void> {
    const next = { ...change, version: version + 1, updatedAt: this.tx.now };
    await this.tx.manager.update(ReportPlanEntity, { committeeId, planId }, next as object);
  }

  /** It was looked at again, and is what it was: no decision on it grows stale. */
  async noteTried({ committeeId, planId }: ReportPlanEntity, triedOn: LocalDate): Promise<void> {
    await this.tx.manager.update(ReportPlanEntity, { committeeId, planId }, { triedOn });
  }
}
