import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';

/** Turns the text of one operation into a plan of subgraph calls. */
export type Plan = (operation: string, signal: AbortSignal) => Promise<QueryPlan>;

/** Progressive @override is off: no label is active and no percentage is drawn. */
const NO_LABELS: ReadonlySet<string> = new Set<string>();
const NO_PERCENTAGE = 100;

export function createPlanner(supergraphSdl: string): Plan {
  const planner = new QueryPlanner(supergraphSdl);
  return (operation, signal) => planner.planAsync(operation, null, NO_LABELS as Set<string>, NO_PERCENTAGE, signal);
}
