import type { PersonActor } from '@hub/core';
import type { CallSubgraph } from '@hub/gateway';
import type { OpenSubgraph } from '@hub/graphql';

/** The gateway's door to subgraphs of the same process: the actor is passed as the object it is. */
export function callInProcess(subgraphs: ReadonlyMap<string, OpenSubgraph>): CallSubgraph {
  return (name, { query, variables, operationName }, { actor, requestId, idempotencyKey }) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`the supergraph names a subgraph that is not open: ${name}`);
    return subgraph.execute({ query, variables, operationName }, { actor, requestId, idempotencyKey });
  };
}

const SESSION_ACTOR = 'query ($session: String!) { sessionActor(sessionKey: $session) }';

/** Asks organization who a session acts as; the same operation serves a gateway in another process. */
export function sessionResolver(call: CallSubgraph) {
  return async (session: string): Promise<PersonActor | null> => {
    const { data, errors } = await call(
      'organization',
      { query: SESSION_ACTOR, variables: { session }, operationName: null, kind: 'query' },
      { requestId: 'session', actor: null, idempotencyKey: null, signal: AbortSignal.timeout(5_000) },
    );
    if (errors?.length) throw new Error(`session lookup failed: ${errors[0]?.message}`);
    const actor = data?.sessionActor;
    return typeof actor === 'string' ? (JSON.parse(actor) as PersonActor) : null;
  };
}
