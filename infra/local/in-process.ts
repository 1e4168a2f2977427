import type { CallSubgraph, SubscribeSubgraph } from '@hub/gateway';
import type { OpenSubgraph } from '@hub/graphql';

/** The gateway's door to subgraphs of the same process: the actor is passed as the object it is. */
export function callInProcess(subgraphs: ReadonlyMap<string, OpenSubgraph>): CallSubgraph {
  return (name, { query, variables, operationName }, { actor, requestId, idempotencyKey }) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`the supergraph names a subgraph that is not open: ${name}`);
    return subgraph.execute({ query, variables, operationName }, { actor, requestId, idempotencyKey });
  };
}

/** The same for its subscriptions. */
export function subscribeInProcess(subgraphs: ReadonlyMap<string, OpenSubgraph>): SubscribeSubgraph {
  return (name, { query, variables, operationName }, { actor, requestId, idempotencyKey, signal }) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`the supergraph names a subgraph that is not open: ${name}`);
    return subgraph.subscribe({ query, variables, operationName }, { actor, requestId, idempotencyKey }, signal);
  };
}
