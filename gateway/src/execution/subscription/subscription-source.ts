import type { FetchNode, QueryPlan } from '@graphql-hive/router-query-planner';
import type { SubgraphRequest } from '../../context';
import type { Variables } from '../operation/coerce-variables';

/** The subgraph whose subscription gives the events, and what it is asked. */
export interface SubscriptionSource {
  readonly subgraph: string;
  request(variables: Variables): SubgraphRequest;
}

/** Null for the plan of another kind of operation. */
export function subscriptionSource({ node }: QueryPlan): SubscriptionSource | null {
  const first = node?.kind === 'Sequence' ? node.nodes[0] : node;
  return first?.kind === 'Subscription' ? sourceOf(first.primary) : null;
}

function sourceOf({ serviceName, operation, operationName, variableUsages = [] }: FetchNode): SubscriptionSource {
  return {
    subgraph: serviceName,
    request: (given) => {
      const named = variableUsages.filter((name) => Object.hasOwn(given, name));
      const variables = Object.fromEntries(named.map((name) => [name, given[name]]));
      return { query: operation, variables, operationName: operationName ?? null, kind: 'subscription' };
    },
  };
}
