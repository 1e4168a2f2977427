import { described, describedBy, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { AGGREGATE_GROUPINGS, type AggregateGrouping } from '../data/figure.read-model';
import { CADENCE_NAMES, type Cadence } from '../domain/period';
import { PLAN_STATE_NAMES, type PlanState } from '../domain/plan-state';
import { TASK_STATE_NAMES, type TaskState } from '../domain/task-state';

export const ReportTaskStateEnum = enumOf<TaskState>(keysOf(TASK_STATE_NAMES));

registerEnumType(ReportTaskStateEnum, {
  name: 'ReportTaskState',
  description: '报送任务的状态。',
  valuesConfig: described(TASK_STATE_NAMES),
});

export const ReportPlanStateEnum = enumOf<PlanState>(keysOf(PLAN_STATE_NAMES));

registerEnumType(ReportPlanStateEnum, {
  name: 'ReportPlanState',
  description: '定期任务的状态。',
  valuesConfig: described(PLAN_STATE_NAMES),
});

export const ReportCadenceEnum = enumOf<Cadence>(keysOf(CADENCE_NAMES));

registerEnumType(ReportCadenceEnum, {
  name: 'ReportCadence',
  description: '周期。',
  valuesConfig: described(CADENCE_NAMES),
});

const GROUPING_NAMES = { NONE: '合计', ZONE: '按片区', NATURE: '按单位性质' } as const;

export const AggregateGroupingEnum = enumOf<AggregateGrouping>(AGGREGATE_GROUPINGS);

registerEnumType(AggregateGroupingEnum, {
  name: 'ReportAggregateGrouping',
  description: '汇总方式。',
  valuesConfig: describedBy(AGGREGATE_GROUPINGS, (grouping) => GROUPING_NAMES[grouping]),
});
