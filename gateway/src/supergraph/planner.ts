import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';

/** Turns the text of one operation into a plan of subgraph calls. Its known defects: planner-defects.test.ts. */
export type Plan = (operation: string, signal: AbortSignal) => Promise<QueryPlan>;

/** Progressive @override is off: no label is active, and no field moves by percentage. */
const NO_PERCENTAGE = 100;

export function createPlanner(supergraphSdl: string): Plan {
  const planner = new QueryPlanner(supergraphSdl);
  const noLabels = new Set<string>();
  // Awaited here, so that the planner stays reachable while it plans: the native half does not see to that, and a planner
  // that is collected then (its supergraph was replaced) writes into freed memory.
  return async (operation, signal) => await planner.planAsync(operation, null, noLabels, NO_PERCENTAGE, signal);
}
