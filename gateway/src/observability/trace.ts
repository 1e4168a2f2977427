import { describeTrace, traced } from '@hub/runtime';

import type { CallSubgraph } from '../context';
import type { GatewayExecutor } from '../execution/executor.type';
import type { Supergraph } from '../supergraph';

/** One step of the trace for each operation, with what it turned out to be; never with its text or its variables. */
export function traceOperations(executor: GatewayExecutor): GatewayExecutor {
  return {
    ...executor,
    execute: (request, context, options) =>
      traced('graphql operation', { 'hub.request_id': context.requestId }, async () => {
        const outcome = await executor.execute(request, context, options);
        const { operationKind = 'unknown', operationName, requestError, hasErrors = false } = outcome;
        describeTrace(`graphql ${operationKind}`, {
          'graphql.operation.type': operationKind,
          ...(operationName ? { 'graphql.operation.name': operationName } : {}),
          'hub.refused': requestError,
          'hub.has_errors': hasErrors,
        });
        return outcome;
      }),
  };
}

/** One step for each plan that had to be made. */
export function tracePlanning(supergraph: Supergraph): Supergraph {
  const { plan } = supergraph;
  return { ...supergraph, plan: (...asked) => traced('plan', {}, () => plan(...asked)) };
}

/** One step for each subgraph call, which goes on in the subgraph. */
export function traceCalls(call: CallSubgraph): CallSubgraph {
  return (subgraph, request, context) =>
    traced(`call ${subgraph}`, { 'hub.subgraph': subgraph, 'graphql.operation.type': request.kind }, () =>
      call(subgraph, request, context),
    );
}
