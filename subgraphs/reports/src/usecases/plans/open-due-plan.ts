import { type Clock, DomainError, type Id, type IdFactory, localDate, NO_COMMITTEE, type SystemActor } from '@hub/core';
import { holdDirectory, type SubgraphDatabase, type Transaction, workingTimeOf } from '@hub/persistence';

import { type DuePlan, duePlans } from '../../data/due-plan.read-model';
import type { ReportPlanEntity } from '../../data/report-plan.entity';
import { ReportPlanRepository } from '../../data/report-plan.repository';
import { ReportTaskRepository } from '../../data/report-task.repository';
import { currentVersionOf } from '../../data/template.read-model';
import { assertAskedOnce } from '../../domain/ask-once';
import { ruledDue } from '../../domain/due-rule';
import { type PlannedPeriod, plannedAfter, plannedTitle } from '../../domain/plan-rhythm';
import { reportTaskError } from '../../domain/report-task.errors';
import { type PreparedTask, prepareTask } from '../prepare-task';
import { writeTask } from '../write-task';
import { holdPlan, releaseHold } from './hold-plan';

export interface PlanHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Opens what plans ask for. */
const plansActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'plans' });

/** Plans of all committees whose day has come. */
export const findDuePlans = ({ database, clock }: PlanHost): Promise<readonly DuePlan[]> =>
  database.read(plansActor(NO_COMMITTEE), (tx) => duePlans(tx, localDate(clock.now())));

/** NOTHING: it is not due any more, or another worker has it. */
export type OpeningOutcome = 'OPENED' | 'HELD' | 'NOTHING';

/**
 * Opens the next period of a plan that is due: the task and the step of the plan are there together or not at all. A plan whose
 * task is refused is held, and no other waits for it.
 */
export async function openDuePlan(
  { database, clock, ids }: PlanHost,
  { committeeId, planId }: DuePlan,
  requestId: string,
): Promise<OpeningOutcome> {
  const act = { actor: plansActor(committeeId), requestId, now: clock.now(), ids };
  return database.transaction(act, async (tx) => {
    const plans = new ReportPlanRepository(tx);
    const plan = await plans.takeDue(planId, localDate(tx.now));
    if (plan === null) return 'NOTHING';
    const step = await prepareStep(tx, plan);
    if (step instanceof DomainError) {
      await holdPlan(tx, ids, plan, step);
      return 'HELD';
    }
    const name = `${plan.createdByName}（定期任务）`;
    await writeTask(tx, ids, step.task, { planId, accountId: null, name, duplicateReason: plan.duplicateReason });
    await plans.update(plan, { ...releaseHold(tx, plan), ...step.planned });
    return 'OPENED';
  });
}

interface PlanStep {
  readonly task: PreparedTask;
  readonly planned: PlannedPeriod;
}

/**
 * The task as whoever planned it would open it today, and what follows it; or why not. A fault is neither: it undoes the
 * attempt.
 */
async function prepareStep(tx: Transaction, plan: ReportPlanEntity): Promise<PlanStep | DomainError> {
  await holdDirectory(tx, 'reports');
  await new ReportTaskRepository(tx).holdAsking();
  try {
    const { kind, nextPeriod: periodKey, templateId, audience, basis, requirement } = plan;
    const template = await currentVersionOf(tx, templateId);
    if (template === null) throw reportTaskError('TEMPLATE_VERSION_GONE', { templateId });
    const title = plannedTitle(periodKey, plan.name);
    const asked = {
      kind,
      title,
      periodKey,
      templateId,
      templateVersion: template.number,
      audience,
      basis,
      requirement,
    };
    const due = ruledDue(plan.rule, { periodKey, now: tx.now, time: await workingTimeOf(tx, 'reports') });
    const task = await prepareTask(tx, tx.now, asked, due);
    assertAskedOnce(task.findings, plan.duplicateReason);
    // Periods end with their century: a plan that comes to the last one is held, and the office decides.
    return { task, planned: plannedAfter(periodKey, plan.rule) };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
