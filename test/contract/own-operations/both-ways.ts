import {
  type CallSubgraph,
  createExecutor,
  loadSupergraph,
  type RequestContext,
  type SubgraphRequest,
} from '@hub/gateway';
import { decideExecution, formatError, HubContext, type OpenSubgraph } from '@hub/graphql';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { execute, parse } from 'graphql';

import { SUBGRAPHS, type TestWorld } from '../../support';

/** One call of a subgraph, run twice. */
export interface Call {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `compiled`, or why it was not. */
  readonly decision: string;
  readonly actual: string;
  readonly reference: string;
}

export interface Answer {
  readonly body: string;
  readonly calls: readonly Call[];
}

export type AskBothWays = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  actor: RequestContext['actor'],
) => Promise<Answer>;

/** A gateway whose every call is answered by the subgraph as it runs in this process, and once more by graphql-js. */
export function openBothWays(world: TestWorld): AskBothWays {
  const calls: Call[] = [];
  const callSubgraph: CallSubgraph = async (name, request, { actor, requestId }) => {
    const subgraph = world.subgraph(name);
    const caller = { actor, requestId, idempotencyKey: null };
    const actual = await subgraph.execute(request, caller);
    const decision = decideExecution(subgraph.schema, parse(request.query), request.operationName);
    calls.push({
      subgraph: name,
      query: request.query,
      variables: request.variables,
      decision: decision.kind === 'compiled' ? 'compiled' : decision.reason,
      actual: JSON.stringify(actual),
      reference: JSON.stringify(await runReference(world, subgraph, request, caller)),
    });
    return actual;
  };
  const executor = createExecutor({
    supergraph: loadSupergraph(schemaFiles().supergraph),
    callSubgraph,
    introspection: true,
    onInternalError: (error) => world.faults.push(error),
  });
  return async (query, variables, actor) => {
    const context = { requestId: 'both-ways', actor, idempotencyKey: null, signal: new AbortController().signal };
    const { body } = await executor.execute({ query, variables }, context, { allowMutations: false });
    return { body: body.toString(), calls: calls.splice(0) };
  };
}

async function runReference(
  world: TestWorld,
  { schema, database, deps }: OpenSubgraph,
  { query, variables, operationName }: SubgraphRequest,
  caller: Pick<RequestContext, 'actor' | 'requestId' | 'idempotencyKey'>,
) {
  const { clock, ids } = world;
  const asked = { query, variables, operationName };
  const contextValue = await HubContext.open({ deps, database, clock, ids, ...caller }, asked);
  try {
    const document = parse(query);
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue,
    });
    const report = (error: unknown) => void world.faults.push(error);
    const left = errors?.map((error) => formatError(error, caller.requestId, report));
    return { data, ...(left ? { errors: left } : {}) };
  } finally {
    await contextValue.close();
  }
}

export const everySubgraph = SUBGRAPHS.map(({ name }) => name);
