import { type Id, normalizeNote } from '@hub/core';
import { holdDirectory, type Transaction } from '@hub/persistence';

import { overlappingTasks } from '../../data/overlapping-task.read-model';
import type { ReportPlanEntity } from '../../data/report-plan.entity';
import { ReportTaskRepository } from '../../data/report-task.repository';
import { currentVersionOf } from '../../data/template.read-model';
import { assertAskedOnce, doubleDemands } from '../../domain/ask-once';
import type { PeriodKey } from '../../domain/period';
import type { PlanRhythm, StatedRule } from '../../domain/plan-rhythm';
import { reportTaskError } from '../../domain/report-task.errors';
import type { TaskAudience } from '../../domain/task-audience';
import { DUPLICATE_REASON_LIMIT } from '../open-task';
import { assertTemplateFits, resolveAudience, taskWords } from '../prepare-task';

/** What a plan asks for, each time. */
export interface PlanDemand extends StatedRule {
  readonly name: string;
  readonly templateId: Id;
  readonly audience: TaskAudience;
  readonly basis?: string | null;
  readonly requirement?: string | null;
  /** Why what the hub holds, or another task asks for, is asked all the same. */
  readonly duplicateReason?: string | null;
}

export type PreparedPlan = Pick<
  ReportPlanEntity,
  'name' | 'templateId' | 'rule' | 'audience' | 'basis' | 'requirement' | 'duplicateReason'
>;

/** A task is called by its period and the name: both are to fit. */
const NAME_LIMIT = 180;

/**
 * What a plan asks for, judged by what is there today, so that whoever plans hears now what would hold the plan later.
 * Throws TASK_FORM, TASK_AUDIENCE_FORM, TEMPLATE_VERSION_GONE, TEMPLATE_KIND_MISMATCH or ASKED_TWICE.
 */
export async function preparePlan(
  tx: Transaction,
  { kind, rule }: PlanRhythm,
  periodKey: PeriodKey,
  demand: PlanDemand,
): Promise<PreparedPlan> {
  const { title: name, basis, requirement } = taskWords({ ...demand, title: demand.name }, NAME_LIMIT);
  const { templateId, audience } = demand;
  const duplicateReason = normalizeNote('重复理由', demand.duplicateReason, DUPLICATE_REASON_LIMIT);
  await holdDirectory(tx, 'reports');
  await new ReportTaskRepository(tx).holdAsking();
  const template = await currentVersionOf(tx, templateId);
  if (template === null || template.retiredAt !== null) throw reportTaskError('TEMPLATE_VERSION_GONE', { templateId });
  assertTemplateFits(template, kind);
  const asked = await resolveAudience(tx, audience);
  const ids = asked.map(({ organizationId }) => organizationId);
  assertAskedOnce(doubleDemands(template.fields, await overlappingTasks(tx, periodKey, ids)), duplicateReason);
  return { name, templateId, rule, audience, basis, requirement, duplicateReason };
}
