import { createExecutor, loadSupergraph, type RequestContext } from '@hub/gateway';
import { callInProcess } from '@hub/infra/local/in-process';

import { type ClientAnswer, SUBGRAPHS, type TestWorld } from '../../support';

/** The composed graph over a world, without HTTP, relays and workers: nothing happens but what is asked. */
export interface BareGraph {
  /** Faults of the gateway that were masked before the client saw them. */
  readonly masked: unknown[];
  call(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    actor: RequestContext['actor'],
    requestId: string,
  ): Promise<ClientAnswer<Readonly<Record<string, unknown>>>>;
}

export function openBareGraph(world: TestWorld, supergraph: string): BareGraph {
  const masked: unknown[] = [];
  const executor = createExecutor({
    supergraph: loadSupergraph(supergraph),
    callSubgraph: callInProcess(new Map(SUBGRAPHS.map(({ name }) => [name, world.subgraph(name)]))),
    introspection: true,
    onInternalError: (error) => masked.push(error),
  });
  return {
    masked,
    async call(query, variables, actor, requestId) {
      const context = { requestId, actor, idempotencyKey: null, signal: new AbortController().signal };
      const { body } = await executor.execute({ query, variables }, context, { allowMutations: true });
      return JSON.parse(String(body));
    },
  };
}
