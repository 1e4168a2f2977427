import type { CallSubgraph } from '../context';
import { SubgraphCallError } from '../remote/call-error';
import type { CallOutcome, Telemetry } from './telemetry';

/** Tells of every call, and notes it with the request it is made for. */
export function observeCalls(call: CallSubgraph, telemetry: Telemetry): CallSubgraph {
  return async (subgraph, request, context) => {
    const startedAt = performance.now();
    let outcome: CallOutcome = 'ok';
    try {
      const response = await call(subgraph, request, context);
      if (response.errors?.length) outcome = 'errors';
      return response;
    } catch (error) {
      outcome = error instanceof SubgraphCallError ? error.failure : 'unreachable';
      throw error;
    } finally {
      const done = { subgraph, kind: request.kind, ms: performance.now() - startedAt, outcome };
      context.calls?.push(done);
      telemetry.subgraphCallDone(done);
    }
  };
}
