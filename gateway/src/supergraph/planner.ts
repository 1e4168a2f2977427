import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';

/**
 * Turns the text of one operation into a plan of subgraph calls. Its known defects: planner-defects.test.ts. A field
 * with `@override(label: "percent(n)")` has moved for shares below n.
 */
export type Plan = (operation: string, signal: AbortSignal, share: number) => Promise<QueryPlan>;

export interface Planner {
  readonly plan: Plan;
  /** The n of every `percent(n)`. */
  readonly percentages: readonly number[];
}

export function createPlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  /** Labels of another form belong to a service that turns them on; without one they stay off. */
  const noLabels = new Set<string>();
  return {
    // Awaited here, so that the planner stays reachable while it plans: the native half does not see to that, and a
    // planner that is collected then (its supergraph was replaced) writes into freed memory.
    plan: async (operation, signal, share) => await planner.planAsync(operation, null, noLabels, share, signal),
    percentages: planner.overridePercentages,
  };
}
