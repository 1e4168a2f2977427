import type { Id } from '@hub/core';

import {
  type CreateReportPlanInput,
  createReportPlan,
} from '../../../subgraphs/reports/src/usecases/plans/create-report-plan';
import type { ReportsDesk, Template } from './reports-world';

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
