import type { Id } from '@hub/core';

import {
  type CreateReportPlanInput,
  createReportPlan,
} from '../../../subgraphs/reports/src/usecases/plans/create-report-plan';
import type { TestWorld } from '../../support';
import { numberField, openDesk, REPORTS_MORNING, type ReportsDesk, type Template } from './reports-world';

/** 走访慰问次数, the one field of the template that is planned. */
export const visits = numberField('visits', '走访慰问次数');

export interface PlanDesk {
  readonly desk: ReportsDesk;
  readonly template: Template;
}

/** A committee of three units of its own on the morning, and a template to plan. */
export async function openPlanDesk(world: TestWorld): Promise<PlanDesk> {
  world.clock.set(new Date(REPORTS_MORNING));
  const desk = await openDesk(world, 3);
  return { desk, template: await desk.template([visits]) };
}

/** What plans the template for all units, every period of its kind, unless the change says otherwise. */
export const planOf = (
  { groupId }: ReportsDesk,
  { templateId, kind }: Template,
  change: Partial<CreateReportPlanInput> = {},
): CreateReportPlanInput => ({
  name: '党建工作月报',
  kind,
  templateId,
  audience: { groups: [{ groupId }], organizations: [], exclusions: [] },
  ...change,
});

export const plan = (desk: ReportsDesk, template: Template, change?: Partial<CreateReportPlanInput>): Promise<Id> =>
  createReportPlan(desk.as('OFFICE_CLERK'), planOf(desk, template, change));

/** A plan as it is in the database, past all walls. */
export interface PlanRow {
  readonly [column: string]: unknown;
  readonly version: number;
  readonly next_period: string;
}

export async function planRow({ world }: ReportsDesk, planId: Id): Promise<PlanRow> {
  const [row] = await world.database.query<PlanRow>('select * from reports.report_plan where plan_id = $1', [planId]);
  if (!row) throw new Error('the plan is not there');
  return row;
}

export interface Decision {
  readonly planId: Id;
  readonly expectedVersion: number;
}

/** The decision on the newest version. */
export const decisionOn = async (desk: ReportsDesk, planId: Id): Promise<Decision> => ({
  planId,
  expectedVersion: (await planRow(desk, planId)).version,
});
